import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { nameKey } from "../../../src/domain/name-key.js";

/** What the command line takes: CSV with a header. */
const IMPORT_HEADER = "reference,enterprise_name";

/** What a member is written to the table with. */
export const COPY_COLUMNS = ["group_id", "id", "enterprise_name", "name_key", "revision", "created_at", "reference"];

const FIRST_MS = Date.UTC(2026, 0, 1);

/** Members as the command line takes them. */
export function writeImportFile(file: string, rows: number): Promise<void> {
  return write(file, rows, IMPORT_HEADER, (number) => `${referenceOf(number)},${nameOf(number)}`);
}

/** The same members as COPY takes them, with what the command line would have to find out worked out beforehand. */
export function writeCopyFile(file: string, rows: number, groupId: string): Promise<void> {
  return write(file, rows, null, (number) => {
    const joinedAt = new Date(FIRST_MS + number);
    const name = nameOf(number);
    return [groupId, idOf(joinedAt, number), name, nameKey(name), 1, joinedAt.toISOString(), referenceOf(number)].join(
      "\t",
    );
  });
}

function write(file: string, rows: number, header: string | null, line: (number: number) => string): Promise<void> {
  return pipeline(Readable.from(chunks(rows, header, line)), createWriteStream(file));
}

const CHUNK = 1_000;

function* chunks(rows: number, header: string | null, line: (number: number) => string): Generator<string> {
  if (header !== null) yield `${header}\n`;
  for (let start = 1; start <= rows; start += CHUNK) {
    const size = Math.min(CHUNK, rows - start + 1);
    yield Array.from({ length: size }, (_, index) => `${line(start + index)}\n`).join("");
  }
}

function referenceOf(number: number): string {
  return `R-${number}`;
}

function nameOf(number: number): string {
  return `上海示例${number % 997}号有限公司`;
}

/** A UUIDv7 of that time. */
function idOf(time: Date, number: number): string {
  const hex = (value: number, digits: number) => value.toString(16).padStart(digits, "0");
  const stamp = hex(time.getTime(), 12);
  return `${stamp.slice(0, 8)}-${stamp.slice(8)}-7000-8000-${hex(number, 12)}`;
}
