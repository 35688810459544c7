/** A value could not be built from what was given. The message says what is wrong with it, and never quotes a certificate number. */
export abstract class DomainError extends Error {
  /** Stable, for programs: `INVALID_ENTERPRISE_NAME` and the like. */
  abstract readonly code: string;
}
