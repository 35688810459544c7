import type { DestinationStream } from "pino";

/** A log that is kept, line by line. */
export class KeptLog implements DestinationStream {
  readonly lines: string[] = [];

  write(line: string): void {
    this.lines.push(line);
  }

  get text(): string {
    return this.lines.join("");
  }

  /** The lines with this text in them. */
  about(text: string): Record<string, unknown>[] {
    return this.lines.filter((line) => line.includes(text)).map((line) => JSON.parse(line));
  }
}
