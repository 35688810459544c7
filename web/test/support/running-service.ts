import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));

/** The built service as its operator runs it: a process of its own, on a free port, with a database that nobody else has. */
export class RunningService {
  private constructor(
    private readonly process: ChildProcess,
    private readonly directory: string,
    /** Where it serves its pages. */
    readonly origin: string,
  ) {}

  static async start(): Promise<RunningService> {
    const directory = await mkdtemp(join(tmpdir(), "namesake-web-"));
    const child = spawn(process.execPath, ["dist/src/main.js"], {
      cwd: ROOT,
      env: { PATH: process.env.PATH, PORT: "0", LOG_LEVEL: "warn", NAMESAKE_DATA_DIR: join(directory, "data") },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const origin = await listening(child);
    return new RunningService(child, directory, origin);
  }

  /** Nothing of it is left. */
  async stop(): Promise<void> {
    this.process.kill("SIGTERM");
    if (this.process.exitCode === null) await once(this.process, "exit");
    await rm(this.directory, { recursive: true, force: true });
  }
}

async function listening(child: ChildProcess): Promise<string> {
  let out = "";
  let log = "";
  child.stdout?.on("data", (text) => (out += text));
  child.stderr?.on("data", (text) => (log += text));
  while (!out.includes("\n")) {
    if (child.exitCode !== null) throw new Error(`The service has ended; was it built? ${log}`);
    await Promise.race([once(child.stdout as NonNullable<typeof child.stdout>, "data"), once(child, "exit")]);
  }
  return new URL(out.replace(/^.*? at (\S+)\n.*$/s, "$1")).origin;
}
