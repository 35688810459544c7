import { type Info, type Parser, parse } from "csv-parse";
import { EXIT } from "../exit-codes.js";
import { CommandFailure } from "../failure.js";
import { fieldOf, isDamaged, type LineRead, lineOf, NOT_UTF8, unknownColumn, unreadable } from "./columns.js";

/** No record is longer: a quote that is never closed would otherwise take all the rest into memory. */
const MAX_RECORD_CHARACTERS = 1 << 20;

/** A quote in the middle of a field spoils its record only. After any other fault nobody knows where the next one begins. */
const PASSING = "INVALID_OPENING_QUOTE";

/** Reads CSV with a header, as it comes in. Answers with the lines that each chunk completes. */
export async function* csvLines(chunks: AsyncIterable<Buffer>): AsyncGenerator<readonly LineRead[]> {
  const reader = new CsvReader();
  for await (const chunk of chunks) {
    yield reader.read(chunk);
    if (reader.isLost) return;
  }
  yield await reader.end();
}

/** What the parser says of a record that it cannot read. */
interface CsvFault extends Info {
  readonly code: string;
}

class CsvReader {
  /** That nothing more can be read. */
  isLost = false;
  private readonly parser: Parser;
  private header: readonly ReturnType<typeof fieldOf>[] | null = null;
  private refusal: CommandFailure | null = null;
  private lines: LineRead[] = [];
  /** The parser counts a line break within quotes twice where it is CR LF. */
  private countedTwice = 0;
  private lastLine = 0;
  private emptyLines = 0;
  private spoiled = 0;

  constructor() {
    this.parser = parse({
      bom: true,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_error: true,
      max_record_size: MAX_RECORD_CHARACTERS,
      on_record: (record: string[], info: Info) => this.take(record, info),
      on_skip: (error) => this.skip(error as unknown as CsvFault),
    });
    this.parser.resume();
  }

  /** The parser works while it is written to, and keeps nothing back but the record that is incomplete. */
  read(chunk: Buffer): readonly LineRead[] {
    this.parser.write(chunk);
    return this.taken();
  }

  async end(): Promise<readonly LineRead[]> {
    const ended = new Promise((resolve) => this.parser.once("end", resolve));
    this.parser.end();
    await ended;
    if (this.header === null && !this.isLost) throw refused("The file is empty: it lacks the header.");
    return this.taken();
  }

  private taken(): readonly LineRead[] {
    if (this.refusal !== null) throw this.refusal;
    const { lines } = this;
    this.lines = [];
    return lines;
  }

  private take(record: readonly string[], info: Info): null {
    const breaks = record.reduce((sum, field) => sum + breaksIn(field, /\r\n|\r|\n/g), 0);
    this.countedTwice += breaks === 0 ? 0 : record.reduce((sum, field) => sum + breaksIn(field, /\r\n/g), 0);
    this.lastLine = info.lines - this.countedTwice;
    this.emptyLines = info.empty_lines;
    if (this.isLost) return null;
    if (this.header === null) this.takeHeader(record);
    else this.lines.push(this.lineOf(this.lastLine - breaks, record));
    return null;
  }

  private takeHeader(record: readonly string[]): void {
    const names = record.map((name) => name.trim());
    this.header = names.map(fieldOf);
    const unknown = names.find((name) => fieldOf(name) === undefined);
    const twice = names.find((name, place) => names.indexOf(name) !== place);
    if (isDamaged(record.join())) this.refusal = refused(NOT_UTF8);
    else if (unknown !== undefined) this.refusal = refused(unknownColumn(unknown));
    else if (twice !== undefined) this.refusal = refused(`The header has the column "${twice}" twice.`);
    else if (!names.includes("enterprise_name")) this.refusal = refused("The header lacks the column enterprise_name.");
    this.isLost = this.refusal !== null;
  }

  private lineOf(number: number, record: readonly string[]): LineRead {
    const header = this.header ?? [];
    if (record.length !== header.length) {
      return unreadable(number, `This line has ${record.length} fields, and the header has ${header.length}.`);
    }
    if (record.some(isDamaged)) return unreadable(number, NOT_UTF8);
    const fields: Record<string, string | null> = {};
    header.forEach((field, place) => {
      if (field) fields[field] = record[place] || null;
    });
    return lineOf(number, fields);
  }

  private skip(error: CsvFault): undefined {
    if (this.isLost) return;
    if (error.code === PASSING) {
      this.spoil(error.lines - this.countedTwice);
      return;
    }
    this.isLost = true;
    const number = this.lastLine + 1 + error.empty_lines - this.emptyLines;
    this.lines.push(unreadable(number, "A quote is not closed as it should be; nothing from here on can be read."));
  }

  /** Once for each line, however many quotes stand in it. */
  private spoil(number: number): void {
    if (number === this.spoiled) return;
    this.spoiled = number;
    this.lines.push(unreadable(number, "A quote stands within a field that has none around it."));
  }
}

function breaksIn(field: string, pattern: RegExp): number {
  return field.match(pattern)?.length ?? 0;
}

function refused(message: string): CommandFailure {
  return new CommandFailure(EXIT.refused, "UNREADABLE", message);
}
