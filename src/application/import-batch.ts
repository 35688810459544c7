import type { BadLine, ImportLine } from "./import-line.js";
import { type AccountNotFound, type NotAMasterAccount, Refusal } from "./refusals.js";

/** Lines that are written together, or not at all. */
export interface ImportBatch {
  readonly lines: readonly ImportLine[];
  /** Lines that could not even be read. */
  readonly unreadable: readonly BadLine[];
  /** The master that every line is a member of; null where lines name their masters, or are masters. */
  readonly masterId: string | null;
  /** Whether the good lines are written where others are bad. */
  readonly skipBadLines: boolean;
}

/** A batch is in force: its new accounts are there. */
export class BatchImported {
  readonly kind = "BatchImported";

  constructor(
    /** How many accounts it added, and how many were there before and stayed as they were. */
    readonly added: number,
    readonly present: number,
    /** The references of the masters among those that were added. */
    readonly masters: readonly string[],
    /** What was left out, in the order of the lines. */
    readonly badLines: readonly BadLine[],
  ) {}
}

/** Some lines of a batch are bad, so none of it was written. */
export class BatchRefused extends Refusal {
  readonly kind = "BatchRefused";
  readonly message: string;

  constructor(readonly badLines: readonly BadLine[]) {
    super();
    this.message = `${badLines.length} lines of this batch are bad, so none of it was written.`;
  }
}

export type ImportBatchResult = BatchImported | BatchRefused | AccountNotFound | NotAMasterAccount;
