import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { eventually } from "../../harness/deadline.js";

/** The PostgreSQL server that a service has started for itself in a folder, seen from outside. */
export class EmbeddedServer {
  constructor(private readonly folder: string) {}

  /** Where its database is reached now. */
  async url(): Promise<string> {
    const password = encodeURIComponent((await readFile(join(this.folder, "password"), "utf8")).trim());
    const [, , , port] = await this.lockFile();
    return `postgres://namesake:${password}@127.0.0.1:${port}/namesake`;
  }

  /** `kill -9` of the server: its other processes notice, and end by themselves. */
  async kill9(): Promise<void> {
    const [pid] = await this.lockFile();
    process.kill(Number(pid), "SIGKILL");
    await eventually(5_000, "The end of an embedded server", async () => !isAlive(Number(pid)));
  }

  /** Ends it where whoever started it is gone. */
  async endIfLeft(): Promise<void> {
    await this.kill9().catch(() => undefined);
  }

  /** Its process, folder, start time, port and more, a line each. */
  private async lockFile(): Promise<string[]> {
    return (await readFile(join(this.folder, "postgresql", "postmaster.pid"), "utf8")).split("\n");
  }
}

/** Whether a process runs. One that has ended and that nobody has asked about does not. */
function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
