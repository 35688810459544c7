import { Field } from "./parts/field.js";
import { texts } from "./texts.js";

/** Takes the token that a service behind access control asks for. */
export function AccessToken({ token, onToken }: { token: string; onToken: (token: string) => void }) {
  return (
    <details className="access-token">
      <summary>{token === "" ? texts.token.summary : `${texts.token.summary} (${texts.token.inUse})`}</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onToken(String(new FormData(event.currentTarget).get("token")).trim());
          event.currentTarget.closest("details")?.removeAttribute("open");
        }}
      >
        <Field label={texts.token.label} hint={texts.token.hint}>
          {(described) => <input {...described} name="token" type="password" autoComplete="off" defaultValue={token} />}
        </Field>
        <button type="submit">{texts.token.use}</button>
      </form>
    </details>
  );
}
