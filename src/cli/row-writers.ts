import { stringify } from "csv-stringify/sync";
import { type AccountRow, COLUMNS } from "./account-row.js";
import type { FileFormat } from "./file-format.js";

/** Writes accounts as text: what comes first, and what becomes of some of them. */
export interface RowWriter {
  readonly start: string;
  rows(rows: readonly AccountRow[]): string;
}

/** @param forSpreadsheet what a spreadsheet would take for a formula is quoted, and the encoding is marked: not to be imported */
export function rowWriterOf(format: FileFormat, forSpreadsheet = false): RowWriter {
  if (format === "jsonl") {
    return { start: "", rows: (rows) => rows.map((row) => `${JSON.stringify(row)}\n`).join("") };
  }
  return {
    start: `${forSpreadsheet ? "\uFEFF" : ""}${COLUMNS.join(",")}\n`,
    rows: (rows) => stringify([...rows], { columns: [...COLUMNS], escape_formulas: forSpreadsheet }),
  };
}
