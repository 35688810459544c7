import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";

/** How a server is started. It is to print the address that it serves GraphQL at, and to end at SIGTERM. */
export interface ServerCommand {
  readonly script: string;
  readonly env: Record<string, string>;
  /** The Node to run it by; the one that runs this, where none is named. */
  readonly node?: string;
}

/** A server in a process of its own, listening. */
export class ServerProcess {
  private constructor(
    private readonly child: ChildProcess,
    readonly url: string,
  ) {}

  /** @throws with what it wrote to standard error, where it ends before it listens */
  static async start({ script, env, node = process.execPath }: ServerCommand): Promise<ServerProcess> {
    const child = spawn(node, [script], {
      env: { PATH: process.env.PATH, NODE_ENV: "production", ...env },
      // Out of reach of Ctrl-C, so that it is stopped in its turn.
      detached: true,
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    let log = "";
    child.stderr.on("data", (text) => (log += text));
    child.stdout.on("data", (text) => (output += text));
    for (;;) {
      const [, url] = /(http:\/\/\S+)\n/.exec(output) ?? [];
      if (url !== undefined) return new ServerProcess(child, url);
      if (child.exitCode !== null) throw new Error(`${script} has ended: ${log}`);
      await Promise.race([once(child.stdout, "data"), once(child, "close")]);
    }
  }

  /** The most memory that it has held so far, in bytes; null where the system does not tell. */
  async peakMemory(): Promise<number | null> {
    return peakMemoryOf(this.child.pid as number);
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    this.child.kill("SIGTERM");
    await once(this.child, "close");
  }
}

/** The most resident memory that a process has held, in bytes; null where the system does not tell (it is not Linux). */
export async function peakMemoryOf(pid: number): Promise<number | null> {
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  const [, kibibytes] = /^VmHWM:\s+(\d+) kB$/m.exec(status) ?? [];
  return kibibytes === undefined ? null : Number(kibibytes) * 1024;
}
