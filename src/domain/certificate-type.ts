import type { CertificateType } from "./certificate.js";
import { DomainError } from "./domain-error.js";

const TYPES: Record<CertificateType, true> = {
  BUSINESS_LICENSE: true,
  PUBLIC_INSTITUTION_LEGAL_PERSON: true,
  SOCIAL_ORGANIZATION_LEGAL_PERSON: true,
  LAW_ENFORCEMENT_QUALIFICATION: true,
  ORGANIZATION_CODE: true,
  OTHER: true,
};

/** Every type that a certificate can have. */
export const CERTIFICATE_TYPES = Object.keys(TYPES) as CertificateType[];

export class InvalidCertificateType extends DomainError {
  readonly code = "INVALID_CERTIFICATE_TYPE";
}

/** @throws InvalidCertificateType for anything but the name of a type, in capital letters. */
export function certificateType(raw: string): CertificateType {
  if (!Object.hasOwn(TYPES, raw)) {
    throw new InvalidCertificateType(`A certificate's type is one of ${CERTIFICATE_TYPES.join(", ")}.`);
  }
  return raw as CertificateType;
}
