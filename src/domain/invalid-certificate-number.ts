import { DomainError } from "./domain-error.js";

/** Says what is wrong with a certificate number and at which position, counted from 1; never the number itself. */
export class InvalidCertificateNumber extends DomainError {
  readonly code = "INVALID_CERTIFICATE_NUMBER";
}
