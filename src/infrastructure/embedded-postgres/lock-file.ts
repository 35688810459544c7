import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { hasCode } from "../has-code.js";
import { isServerOf } from "./is-server-of.js";

/** PostgreSQL's postmaster.pid: which process serves a data directory, and on which port. A crash leaves it behind. */
export class LockFile {
  private constructor(
    private readonly dataDirectory: string,
    private readonly content: string,
  ) {}

  static async in(dataDirectory: string): Promise<LockFile | undefined> {
    try {
      return new LockFile(dataDirectory, await readFile(join(dataDirectory, "postmaster.pid"), "utf8"));
    } catch (error) {
      if (hasCode(error, "ENOENT")) return undefined;
      throw error;
    }
  }

  /** Not a number while the server is only just writing the file. */
  get port(): number {
    return Number.parseInt(this.content.split("\n")[3] ?? "", 10);
  }

  /** Whether some process has the id that the file names: not necessarily the server. */
  get namesProcess(): boolean {
    if (!(this.processId > 0)) return false;
    try {
      return process.kill(this.processId, 0);
    } catch (error) {
      return hasCode(error, "EPERM");
    }
  }

  /** Whether the process that the file names serves the data directory, be it ready or not. */
  isHeld(): Promise<boolean> {
    return isServerOf(this.dataDirectory, this.processId);
  }

  /**
   * Makes PostgreSQL take a file that is left over for what it is, though a process has the id in it: a zombie, or another
   * program. The id becomes our own, which PostgreSQL knows for its starter's and does not count. The rest stays, by which
   * it finds out whether processes of the old server live on.
   */
  async disownIfLeftOver(): Promise<void> {
    if (process.platform === "win32") return; // there PostgreSQL asks the process itself
    if (this.namesProcess && !(await this.isHeld())) this.disown();
  }

  /**
   * Moves the file aside to look at it again, since by now it can be a new server's; then it is put back as it is. All is
   * synchronous to keep the moment without it short, and a server that starts in that moment keeps its own file.
   */
  private disown(): void {
    const file = join(this.dataDirectory, "postmaster.pid");
    const aside = `${file}.${process.pid}`;
    try {
      renameSync(file, aside);
      if (readFileSync(aside, "utf8") === this.content) writeFileSync(aside, this.contentNaming(process.pid));
      linkSync(aside, file);
    } catch (error) {
      if (!hasCode(error, "ENOENT", "EEXIST")) throw error;
    }
    rmSync(aside, { force: true });
  }

  private get processId(): number {
    return Number.parseInt(this.content, 10);
  }

  private contentNaming(processId: number): string {
    return [processId, ...this.content.split("\n").slice(1)].join("\n");
  }
}
