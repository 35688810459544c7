import type { BadLine, ImportLine } from "../../application/import-line.js";

/** What has been read of an import: a line, or why it could not be read. */
export type LineRead = ImportLine | BadLine;

type Field = Exclude<keyof ImportLine, "number">;

/** What import reads, by the names that columns have in files. */
export const IMPORTED: Record<string, Field> = {
  reference: "reference",
  enterprise_name: "enterpriseName",
  master_reference: "masterReference",
  role: "role",
  certificate_country: "certificateCountry",
  certificate_type: "certificateType",
  certificate_number: "certificateNumber",
  authenticated_at: "authenticatedAt",
};

/** What export writes beside these: import leaves it unread, so that an export can be imported elsewhere. */
export const EXPORTED_ONLY = ["id", "authentication_status", "authentication_origin", "created_at"];

const NOTHING: Record<Field, null> = {
  reference: null,
  enterpriseName: null,
  masterReference: null,
  role: null,
  certificateCountry: null,
  certificateType: null,
  certificateNumber: null,
  authenticatedAt: null,
};

/** A column of an import, or null for one that is left unread; undefined for one that there is not. */
export function fieldOf(column: string): Field | null | undefined {
  return Object.hasOwn(IMPORTED, column) ? IMPORTED[column] : EXPORTED_ONLY.includes(column) ? null : undefined;
}

export function unknownColumn(column: string): string {
  return `There is no column "${column}"; there are ${Object.keys(IMPORTED).join(", ")}.`;
}

export function lineOf(number: number, fields: Partial<Record<Field, string | null>>): ImportLine {
  return { ...NOTHING, ...fields, number };
}

export function unreadable(number: number, message: string): BadLine {
  return { number, reason: "UNREADABLE", message };
}

/** What the decoder puts in the place of bytes that are no UTF-8: another encoding, most likely. */
export function isDamaged(text: string): boolean {
  return text.includes("\uFFFD");
}

export const NOT_UTF8 = "This line is not UTF-8; convert the file.";
