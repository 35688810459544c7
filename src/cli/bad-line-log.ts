import { closeSync, openSync, writeSync } from "node:fs";
import { stringify } from "csv-stringify/sync";
import type { BadLine } from "../application/import-line.js";
import { CommandFailure } from "./failure.js";
import { type FileFormat, formatOf } from "./file-format.js";
import type { Format } from "./output.js";

/** On a terminal nobody reads more; a file has them all. */
const SHOWN = 20;

/** Where the bad lines of an import are reported: to a file, or to standard error. */
export class BadLineLog {
  private count = 0;

  private constructor(
    private readonly file: { readonly descriptor: number; readonly format: FileFormat } | null,
    private readonly format: Format,
  ) {}

  /** @throws CommandFailure where the file cannot be written */
  static open(path: string | undefined, format: Format): BadLineLog {
    if (path === undefined) return new BadLineLog(null, format);
    try {
      const log = new BadLineLog({ descriptor: openSync(path, "w", 0o600), format: formatOf(path) }, format);
      if (log.file?.format === "csv") log.append("line,reason,message\n");
      return log;
    } catch (error) {
      throw CommandFailure.misused(`${path} cannot be written (${(error as NodeJS.ErrnoException).code}).`);
    }
  }

  report(lines: readonly BadLine[]): void {
    for (const { number: line, reason, message } of lines) {
      this.count += 1;
      const json = () => `${JSON.stringify({ line, reason, message })}\n`;
      if (this.file?.format === "csv") this.append(stringify([[line, reason, message]]));
      else if (this.file) this.append(json());
      else if (this.format.json) process.stderr.write(json());
      else if (this.count <= SHOWN) process.stderr.write(`line ${line}: ${reason}: ${message}\n`);
    }
  }

  close(): void {
    if (this.file) closeSync(this.file.descriptor);
    else if (!this.format.json && this.count > SHOWN) {
      process.stderr.write(`and ${this.count - SHOWN} more; --errors FILE keeps them all\n`);
    }
  }

  private append(text: string): void {
    if (this.file) writeSync(this.file.descriptor, text);
  }
}
