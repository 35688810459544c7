import { createWriteStream, type WriteStream } from "node:fs";
import { rename, rm, stat } from "node:fs/promises";
import { finished } from "node:stream/promises";
import { CommandFailure } from "./failure.js";
import { write } from "./output.js";

/** A file that only its owner reads, and that is there once it is whole: until then it has another name. */
export class OutputFile {
  private constructor(
    private readonly stream: WriteStream,
    private readonly path: string,
    private readonly draft: string,
  ) {}

  /** @throws CommandFailure where it cannot be written */
  static async create(path: string): Promise<OutputFile> {
    // What is no plain file (a pipe with a name, a terminal) cannot be replaced.
    const isPlain = await stat(path).then(
      (stats) => stats.isFile(),
      () => true,
    );
    const draft = isPlain ? `${path}.${process.pid}.part` : path;
    const stream = createWriteStream(draft, { mode: 0o600, flags: isPlain ? "wx" : "w" });
    try {
      await new Promise((resolve, reject) => stream.once("open", resolve).once("error", reject));
    } catch (error) {
      throw cannotWrite(path, error);
    }
    // Reported by whoever writes or ends.
    stream.on("error", () => undefined);
    return new OutputFile(stream, path, draft);
  }

  async write(text: string): Promise<void> {
    await write(text, this.stream);
    if (this.stream.errored) throw cannotWrite(this.path, this.stream.errored);
  }

  async complete(): Promise<void> {
    try {
      await finished(this.stream.end());
      if (this.draft !== this.path) await rename(this.draft, this.path);
    } catch (error) {
      throw cannotWrite(this.path, error);
    }
  }

  async discard(): Promise<void> {
    this.stream.destroy();
    if (this.draft !== this.path) await rm(this.draft, { force: true });
  }
}

function cannotWrite(path: string, error: unknown): CommandFailure {
  return CommandFailure.misused(`${path} cannot be written (${(error as NodeJS.ErrnoException).code}).`);
}
