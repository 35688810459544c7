import type { ReactNode, RefObject } from "react";
import { EnterpriseName } from "../parts/enterprise-name.js";
import { Field } from "../parts/field.js";
import { texts } from "../texts.js";
import { CertificateFields, type TypedCertificate } from "./certificate-fields.js";
import { NameInput } from "./name-input.js";

interface AuthenticationFormProps {
  readonly nameNow: string;
  readonly name: string;
  readonly certificate: TypedCertificate;
  readonly numberField: RefObject<HTMLInputElement | null>;
  /** What is wrong with one of the fields, by its name. */
  readonly errors: Partial<Record<string, string>>;
  /** What comes of the name, in a line. */
  readonly brief: ReactNode;
  readonly onName: (name: string) => void;
  readonly onCertificate: (certificate: TypedCertificate) => void;
}

/** What the account is to be authenticated as. There is nothing to submit: the preview follows the typing. */
export function AuthenticationForm(props: AuthenticationFormProps) {
  const { errors } = props;
  return (
    <form className="card" aria-label={texts.form.title} onSubmit={(event) => event.preventDefault()} noValidate>
      <h2>{texts.form.title}</h2>
      <Field
        label={texts.form.name}
        error={errors.enterpriseName}
        hint={
          <>
            {texts.form.nameNow} <EnterpriseName value={props.nameNow} />
          </>
        }
      >
        {(described) => <NameInput {...described} value={props.name} onName={props.onName} />}
      </Field>
      {props.brief}
      {props.name !== props.nameNow && (
        <button type="button" className="quiet-button" onClick={() => props.onName(props.nameNow)}>
          {texts.form.keepName}
        </button>
      )}
      <CertificateFields
        certificate={props.certificate}
        errors={errors}
        numberField={props.numberField}
        onChange={props.onCertificate}
      />
    </form>
  );
}
