import { DomainError } from "./domain-error.js";

const MAX_CODE_POINTS = 128;

export class InvalidAccountReference extends DomainError {
  readonly code = "INVALID_ACCOUNT_REFERENCE";
}

/**
 * The caller's own identifier of an account, kept and compared as it was given.
 * @throws InvalidAccountReference for anything but 1 to 128 characters (code points) without white space at either end,
 * control characters or half of a surrogate pair
 */
export function accountReference(raw: string): string {
  const length = raw.length > 2 * MAX_CODE_POINTS ? raw.length : [...raw].length;
  if (length < 1 || length > MAX_CODE_POINTS || raw.trim() !== raw || /\p{Cc}/u.test(raw) || !raw.isWellFormed()) {
    throw new InvalidAccountReference(
      `A reference has 1 to ${MAX_CODE_POINTS} characters, no white space at its ends, and no control characters.`,
    );
  }
  return raw;
}
