import { DomainError } from "../domain/domain-error.js";

/** A line of an import as it was given: texts, of which nothing is known yet. Null is what was left empty. */
export interface ImportLine {
  /** Where it begins, from 1 on. */
  readonly number: number;
  readonly reference: string | null;
  readonly enterpriseName: string | null;
  /** A member's: the reference of its master. */
  readonly masterReference: string | null;
  /** Decides nothing; a line that contradicts it is bad. */
  readonly role: string | null;
  readonly certificateCountry: string | null;
  readonly certificateType: string | null;
  readonly certificateNumber: string | null;
  readonly authenticatedAt: string | null;
}

/** A line that no account can be made of, and why. */
export interface BadLine {
  readonly number: number;
  /** A DomainError's code, or an UnusableLine's. */
  readonly reason: string;
  /** One sentence; never with a certificate number in it. */
  readonly message: string;
}

export type UnusableReason =
  | "UNREADABLE"
  | "ENTERPRISE_NAME_MISSING"
  | "INCOMPLETE_CERTIFICATE"
  | "ROLE_CONTRADICTED"
  | "MASTER_CONTRADICTED"
  | "MASTER_UNKNOWN"
  | "MASTER_AMBIGUOUS"
  | "REFERENCE_TAKEN"
  | "REFERENCE_REPEATED";

/** What is wrong with a line as a whole, or with its place among the others. */
export class UnusableLine extends DomainError {
  constructor(
    readonly code: UnusableReason,
    message: string,
  ) {
    super(message);
  }
}

/** What can be made of each item, and which lines nothing can be made of. */
export function sorted<T extends { readonly number: number }, U>(
  items: readonly T[],
  make: (item: T) => U,
): { readonly made: U[]; readonly bad: BadLine[] } {
  const made: U[] = [];
  const bad: BadLine[] = [];
  for (const item of items) {
    try {
      made.push(make(item));
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      bad.push({ number: item.number, reason: error.code, message: error.message });
    }
  }
  return { made, bad };
}
