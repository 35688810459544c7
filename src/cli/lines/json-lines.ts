import { fieldOf, isDamaged, type LineRead, lineOf, NOT_UTF8, unknownColumn, unreadable } from "./columns.js";

const LINE_FEED = 10;
const BYTE_ORDER_MARK = "\uFEFF";

/** No line is longer, so that no more than this is kept of one. */
const MAX_LINE_BYTES = 1 << 20;

/** Reads JSON Lines, an object on each, as they come in. Answers with the lines that each chunk completes. */
export async function* jsonLines(chunks: AsyncIterable<Buffer>): AsyncGenerator<readonly LineRead[]> {
  const reader = new JsonLinesReader();
  for await (const chunk of chunks) yield reader.read(chunk);
  yield reader.end();
}

class JsonLinesReader {
  private number = 1;
  private readonly parts: Buffer[] = [];
  private length = 0;

  read(chunk: Buffer): readonly LineRead[] {
    const lines: LineRead[] = [];
    let start = 0;
    for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, start)) {
      this.keep(chunk.subarray(start, end));
      lines.push(...this.complete());
      start = end + 1;
    }
    this.keep(chunk.subarray(start));
    return lines;
  }

  end(): readonly LineRead[] {
    return this.complete();
  }

  private keep(part: Buffer): void {
    this.length += part.length;
    if (this.length <= MAX_LINE_BYTES) this.parts.push(part);
    else this.parts.length = 0;
  }

  private complete(): readonly LineRead[] {
    const number = this.number++;
    const isTooLong = this.length > MAX_LINE_BYTES;
    const text = Buffer.concat(this.parts).toString();
    this.parts.length = 0;
    this.length = 0;
    if (isTooLong) return [unreadable(number, `A line has at most ${MAX_LINE_BYTES} bytes.`)];
    const json = number === 1 && text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
    return json.trim() === "" ? [] : [lineIn(json, number)];
  }
}

function lineIn(json: string, number: number): LineRead {
  if (isDamaged(json)) return unreadable(number, NOT_UTF8);
  const object = parsed(json);
  if (typeof object !== "object" || object === null || Array.isArray(object)) {
    return unreadable(number, "This line is not a JSON object.");
  }
  const fields: Record<string, string | null> = {};
  for (const [name, value] of Object.entries(object)) {
    const field = fieldOf(name);
    if (field === undefined) return unreadable(number, unknownColumn(name));
    if (field === null) continue;
    if (typeof value !== "string" && value !== null) return unreadable(number, `"${name}" is not a text.`);
    fields[field] = value || null;
  }
  return lineOf(number, fields);
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
