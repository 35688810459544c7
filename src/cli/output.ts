import { once } from "node:events";
import type { Writable } from "node:stream";
import { hasCode } from "../infrastructure/has-code.js";
import type { CommandFailure } from "./failure.js";

/** Whoever read the output has closed it, as `head` does: there is nobody left to work for. */
export class OutputClosed extends Error {
  override readonly name = "OutputClosed";
}

let closed = false;

/** A reader that goes away is no fault: what is written afterwards throws `OutputClosed`. */
export function endQuietlyWithoutReader(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error) => {
      if (!hasCode(error, "EPIPE")) throw error;
      closed = true;
    });
  }
}

/** Writes to a stream, and waits where it takes no more for now. @throws OutputClosed */
export async function write(text: string, stream: Writable = process.stdout): Promise<void> {
  if (stream === process.stdout && closed) throw new OutputClosed();
  const takesMore = stream.write(text);
  if (!takesMore && !stream.destroyed) await drained(stream);
  if (stream === process.stdout && (closed || stream.destroyed)) throw new OutputClosed();
}

/** Until it takes more, or never will. */
async function drained(stream: Writable): Promise<void> {
  const settled = new AbortController();
  const waits = ["drain", "close", "error"].map((event) => once(stream, event, { signal: settled.signal }));
  await Promise.race(waits).catch(() => undefined);
  settled.abort();
  await Promise.allSettled(waits);
}

/** For people, or for programs. */
export interface Format {
  readonly json?: boolean;
}

/** The result of a command: its words, or one JSON object. */
export function writeResult({ json }: Format, result: object, words: string): Promise<void> {
  return write(json ? `${JSON.stringify(result)}\n` : `${words}\n`);
}

export function writeFailure({ json }: Format, { code, message }: CommandFailure): void {
  process.stderr.write(json ? `${JSON.stringify({ error: { code, message } })}\n` : `${message}\n`);
}
