import { createReadStream, type ReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { addAbortSignal, type Readable } from "node:stream";
import { CommandFailure } from "../failure.js";

/** Small, since a chunk is read while a batch is written, and the answers to that wait meanwhile. */
const CHUNK_BYTES = 1 << 14;

/** Bytes of a file, or of standard input, and how many of them have been read. */
export class LineSource {
  read = 0;

  private constructor(
    private readonly stream: Readable,
    /** Null where nobody knows how many there will be. */
    readonly size: number | null,
  ) {}

  /** @param signal ends the reading @throws CommandFailure where the file cannot be read */
  static async open(path: string, signal: AbortSignal): Promise<LineSource> {
    if (path === "-") return new LineSource(addAbortSignal(signal, process.stdin), null);
    try {
      const { size, ...stats } = await statsOf(path);
      const stream: ReadStream = createReadStream(path, { signal, highWaterMark: CHUNK_BYTES });
      await new Promise((resolve, reject) => stream.once("open", resolve).once("error", reject));
      return new LineSource(stream, stats.isFile ? size : null);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      throw CommandFailure.misused(`${path} cannot be read (${code}).`);
    }
  }

  close(): void {
    this.stream.destroy();
  }

  async *chunks(): AsyncGenerator<Buffer> {
    for await (const chunk of this.stream) {
      this.read += (chunk as Buffer).length;
      yield chunk as Buffer;
    }
  }
}

async function statsOf(path: string) {
  const stats = await stat(path);
  if (stats.isDirectory()) throw Object.assign(new Error(), { code: "EISDIR" });
  return { size: stats.size, isFile: stats.isFile() };
}
