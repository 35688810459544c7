import type { RefObject } from "react";
import type { CertificateType } from "../graphql/graphql.js";
import { Field } from "../parts/field.js";
import { texts } from "../texts.js";

/** What was typed of a certificate so far. It is kept in memory only, and written to no address and no storage. */
export interface TypedCertificate {
  readonly country: string;
  readonly type: CertificateType;
  readonly number: string;
}

/** What stands in the fields at first. */
export const NO_CERTIFICATE: TypedCertificate = { country: "CN", type: "BUSINESS_LICENSE", number: "" };

interface CertificateFieldsProps {
  readonly certificate: TypedCertificate;
  /** What is wrong with one of the fields, by its name. */
  readonly errors: Partial<Record<string, string>>;
  readonly numberField: RefObject<HTMLInputElement | null>;
  readonly onChange: (certificate: TypedCertificate) => void;
}

/** The certificate that an account is authenticated with. */
export function CertificateFields({ certificate, errors, numberField, onChange }: CertificateFieldsProps) {
  const change = (part: Partial<TypedCertificate>) => onChange({ ...certificate, ...part });
  return (
    <fieldset className="certificate">
      <legend>{texts.form.certificate}</legend>
      <p className="field-hint">{texts.form.certificateHint}</p>
      <Field label={texts.form.type} error={errors.type} className="field-full">
        {(described) => (
          <select
            {...described}
            value={certificate.type}
            onChange={({ target }) => change({ type: target.value as CertificateType })}
          >
            {Object.entries(texts.certificateTypes).map(([type, name]) => (
              <option key={type} value={type}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={texts.form.country} error={errors.country}>
        {(described) => (
          <input
            {...described}
            autoComplete="off"
            spellCheck={false}
            maxLength={2}
            value={certificate.country}
            onChange={({ target }) => change({ country: target.value.toUpperCase() })}
          />
        )}
      </Field>
      <Field label={texts.form.number} error={errors.number}>
        {(described) => (
          <input
            {...described}
            ref={numberField}
            className="code"
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            value={certificate.number}
            onChange={({ target }) => change({ number: target.value })}
          />
        )}
      </Field>
    </fieldset>
  );
}
