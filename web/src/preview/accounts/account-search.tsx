import { type FormEvent, useState } from "react";
import { Field } from "../parts/field.js";
import { goTo } from "../place.js";
import { texts } from "../texts.js";

/** What an account is looked for by. */
export interface Search {
  readonly by: "name" | "reference";
  readonly text: string;
}

interface AccountSearchProps {
  /** What is wrong with what was looked for. */
  readonly error: string | undefined;
  readonly onSearch: (search: Search) => void;
}

const WAYS = ["name", "reference", "id"] as const;

/** Looks for accounts by name or reference; an id leads to its account at once. */
export function AccountSearch({ error, onSearch }: AccountSearchProps) {
  const [by, setBy] = useState<(typeof WAYS)[number]>("name");
  const [text, setText] = useState("");
  const [isEmpty, setIsEmpty] = useState(false);

  function search(event: FormEvent) {
    event.preventDefault();
    setIsEmpty(text.trim() === "");
    if (text.trim() === "") return;
    if (by === "id") goTo({ accountId: text.trim(), name: "" });
    else onSearch({ by, text: text.trim() });
  }

  return (
    <search>
      <form className="account-search card" aria-label={texts.choose.search} onSubmit={search} noValidate>
        <Field label={texts.choose.by}>
          {(described) => (
            <select {...described} value={by} onChange={({ target }) => setBy(target.value as typeof by)}>
              {WAYS.map((way) => (
                <option key={way} value={way}>
                  {texts.choose.ways[way]}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={texts.choose.text} hint={texts.choose.hints[by]} error={isEmpty ? texts.choose.empty : error}>
          {(described) => (
            <input
              {...described}
              type="search"
              dir="auto"
              autoComplete="off"
              spellCheck={false}
              value={text}
              onChange={({ target }) => setText(target.value)}
            />
          )}
        </Field>
        <button type="submit" className="primary">
          {texts.choose.find}
        </button>
      </form>
    </search>
  );
}
