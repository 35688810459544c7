import { accountReference } from "../domain/account-reference.js";
import { authenticationTime } from "../domain/authentication-time.js";
import { Certificate } from "../domain/certificate.js";
import { certificateType } from "../domain/certificate-type.js";
import { EnterpriseName } from "../domain/enterprise-name.js";
import { type ImportLine, UnusableLine } from "./import-line.js";

/** An account in the making: all that its line says of it, without its place among the groups. */
export interface ImportDraft {
  readonly number: number;
  readonly reference: string | null;
  readonly enterpriseName: EnterpriseName;
  readonly masterReference: string | null;
  readonly role: string | null;
  /** What it is authenticated with by itself; null where it is not. */
  readonly authentication: { readonly certificate: Certificate; readonly authenticatedAt: Date } | null;
}

/** @throws DomainError for the first thing in the line that cannot be */
export function draftOf(line: ImportLine, now: Date): ImportDraft {
  const { number, reference, enterpriseName, masterReference, role } = line;
  if (enterpriseName === null) {
    throw new UnusableLine("ENTERPRISE_NAME_MISSING", "An account has an enterprise name; this line gives none.");
  }
  return {
    number,
    reference: reference === null ? null : accountReference(reference),
    enterpriseName: EnterpriseName.of(enterpriseName),
    masterReference: masterReference === null ? null : accountReference(masterReference),
    role,
    authentication: authenticationIn(line, now),
  };
}

function authenticationIn(line: ImportLine, now: Date): ImportDraft["authentication"] {
  const { certificateCountry: country, certificateType: type, certificateNumber: number, authenticatedAt } = line;
  if (country === null && type === null && number === null && authenticatedAt === null) return null;
  if (country === null || type === null || number === null) {
    throw new UnusableLine(
      "INCOMPLETE_CERTIFICATE",
      "An authentication needs a certificate's country, type and number; this line gives some of it only.",
    );
  }
  return {
    certificate: Certificate.of({ country, type: certificateType(type), number }),
    authenticatedAt: authenticatedAt === null ? now : authenticationTime(authenticatedAt, now),
  };
}
