import { DomainError } from "./domain-error.js";
import { nameKey } from "./name-key.js";

const MAX_CODE_POINTS = 255;

/** Only characters that expand under NFKC reach it (`㍿` is one character and four in the key); an index entry holds no more. */
const MAX_KEY_BYTES = 2048;

export class InvalidEnterpriseName extends DomainError {
  readonly code = "INVALID_ENTERPRISE_NAME";
}

/** A registered enterprise name, as it was given. Two names are the same when their keys are equal. */
export class EnterpriseName {
  private constructor(
    readonly value: string,
    readonly key: string,
  ) {}

  /**
   * The name in `raw`, trimmed, its tabs and line breaks turned into spaces.
   * @throws InvalidEnterpriseName for what cannot be a name: empty, over 255 code points, with control characters or
   * broken UTF-16 in it, or without a single letter.
   */
  static of(raw: string): EnterpriseName {
    const value = raw.replace(/\r\n|[\t\n\v\f\r\u0085\u2028\u2029]/g, " ").trim();
    assertWritable(value);
    const key = nameKey(value);
    assertNaming(value, key);
    return new EnterpriseName(value, key);
  }

  equals(other: EnterpriseName): boolean {
    return this.key === other.key;
  }
}

function assertWritable(value: string): void {
  if (value === "") {
    throw new InvalidEnterpriseName("An enterprise name must not be empty.");
  }
  if (!value.isWellFormed()) {
    throw new InvalidEnterpriseName("An enterprise name must not contain half of a UTF-16 surrogate pair.");
  }
  const length = codePoints(value);
  if (length > MAX_CODE_POINTS) {
    throw new InvalidEnterpriseName(
      `An enterprise name has at most ${MAX_CODE_POINTS} characters; this one has ${length}.`,
    );
  }
  const control = /\p{Cc}/u.exec(value);
  if (control) {
    const position = codePoints(value.slice(0, control.index)) + 1;
    throw new InvalidEnterpriseName(
      `An enterprise name must not contain control characters; character ${position} is one.`,
    );
  }
}

function assertNaming(value: string, key: string): void {
  if (key === "") {
    throw new InvalidEnterpriseName("An enterprise name must contain characters that can be seen.");
  }
  if (saysNothing(value) || saysNothing(key)) {
    throw new InvalidEnterpriseName("An enterprise name must not be made up of digits, punctuation and symbols alone.");
  }
  if (new TextEncoder().encode(key).length > MAX_KEY_BYTES) {
    throw new InvalidEnterpriseName(
      `An enterprise name must not need more than ${MAX_KEY_BYTES} bytes once its compatibility characters are written out.`,
    );
  }
}

/** Marks only change the character before them, and format characters cannot be seen. */
function saysNothing(text: string): boolean {
  return /^[\p{Nd}\p{P}\p{S}\p{White_Space}\p{M}\p{Cf}]*$/u.test(text);
}

function codePoints(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}
