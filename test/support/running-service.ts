import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";

/** The service as its operator runs it: built, and in a process of its own. */
export class RunningService {
  private constructor(
    private readonly process: ChildProcess,
    private readonly output: { out: string; log: string },
  ) {}

  /** @param env settings; nothing of the test's own environment but the path reaches it */
  static spawn(env: Record<string, string>, script = "dist/src/main.js", ...parameters: string[]): RunningService {
    const child = spawn(process.execPath, [script, ...parameters], {
      env: { PATH: process.env.PATH, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const output = { out: "", log: "" };
    child.stdout?.on("data", (text) => (output.out += text));
    child.stderr?.on("data", (text) => (output.log += text));
    return new RunningService(child, output);
  }

  /** What it has written to standard output and to standard error. */
  get out(): string {
    return this.output.out;
  }

  get log(): string {
    return this.output.log;
  }

  /** Where it serves GraphQL, once it says so. */
  async listening(): Promise<string> {
    while (!this.out.includes("\n")) {
      if (this.process.exitCode !== null) throw new Error(`It has ended: ${this.log}`);
      await Promise.race([once(this.process.stdout as never, "data"), once(this.process, "exit")]);
    }
    return this.out.replace(/^.*? at (.*?)\n.*$/s, "$1");
  }

  signal(signal: NodeJS.Signals): void {
    this.process.kill(signal);
  }

  /** Its exit code, once it has ended and all that it wrote is here. */
  async ended(): Promise<number | null> {
    if (this.process.exitCode === null && this.process.signalCode === null) await once(this.process, "close");
    return this.process.exitCode;
  }
}
