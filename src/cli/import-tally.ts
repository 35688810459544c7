import { BatchImported, type ImportBatchResult } from "../application/import-batch.js";
import { Refusal } from "../application/refusals.js";
import type { Batch } from "./lines/batches.js";

/** What has become of the lines of an import so far. */
export class ImportTally {
  /** Lines that were looked at: added, present, bad, or held back because others of their batch are bad. */
  read = 0;
  added = 0;
  present = 0;
  bad = 0;
  heldBack = 0;
  /** The last line that was looked at. */
  lastLine = 0;
  /** How many of those that were added have no reference, and would be added again. */
  withoutReference = 0;

  count(
    { lines, unreadable }: Batch,
    result: Exclude<ImportBatchResult, { kind: "AccountNotFound" | "NotAMasterAccount" }>,
  ) {
    const size = lines.length + unreadable.length;
    this.read += size;
    this.bad += result.badLines.length;
    this.lastLine = Math.max(lines.at(-1)?.number ?? 0, unreadable.at(-1)?.number ?? 0);
    if (result instanceof Refusal) {
      this.heldBack += size - result.badLines.length;
    } else if (result instanceof BatchImported) {
      this.added += result.added;
      this.present += result.present;
      const bad = new Set(result.badLines.map(({ number }) => number));
      this.withoutReference += lines.filter(({ number, reference }) => reference === null && !bad.has(number)).length;
    }
  }

  words(dryRun: boolean): string {
    const { read, added, present, bad, heldBack } = this;
    const parts = [
      `${added} ${dryRun ? "would be added" : "added"}`,
      `${present} present before`,
      ...(bad > 0 ? [`${bad} bad`] : []),
      ...(heldBack > 0 ? [`${heldBack} held back, since their batch has bad lines`] : []),
    ];
    return `${read} lines: ${parts.join(", ")}.`;
  }
}
