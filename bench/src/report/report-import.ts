import type { ImportMeasured } from "../import/import.js";
import type { Part } from "../results.js";
import { bytes, table, times, whole } from "./markdown.js";

/** Members from a file and to one. */
export function importSection({ measured }: Part<ImportMeasured>): string {
  const { rows, importRowsPerSecond, copyRowsPerSecond, exportRowsPerSecond, importPeakBytes, exportPeakBytes } =
    measured;
  return `## Import and export

${whole(rows)} members are imported from a file by the command line, beside PostgreSQL's \`COPY\` of the same rows, worked out beforehand, into the
same table with the same constraints and indexes. Each begins with an empty group. Afterwards they are exported.

${table(
  ["", "rows per second", "share of COPY", "peak memory"],
  [
    ["import", whole(importRowsPerSecond), times(importRowsPerSecond / copyRowsPerSecond), bytes(importPeakBytes)],
    ["COPY", whole(copyRowsPerSecond), "1", ""],
    ["export", whole(exportRowsPerSecond), "", bytes(exportPeakBytes)],
  ],
)}`;
}
