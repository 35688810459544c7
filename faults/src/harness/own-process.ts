import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";

interface Command {
  readonly script: string;
  readonly parameters?: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

const alive = new Set<ChildProcess>();
process.on("exit", () => {
  for (const child of alive) child.kill("SIGKILL");
});

const KEPT_CHARACTERS = 1_000_000;

/** A Node.js process of the suite's own. Whatever happens, it does not outlive the suite. */
export class OwnProcess {
  private text = { out: "", log: "" };

  private constructor(
    private readonly child: ChildProcess,
    /** How it ended, once it has. */
    readonly ended: Promise<Ended>,
  ) {
    child.stdout?.setEncoding("utf8").on("data", (text: string) => this.keep("out", text));
    child.stderr?.setEncoding("utf8").on("data", (text: string) => this.keep("log", text));
  }

  /** Out of reach of Ctrl-C, so that it is stopped in its turn. */
  static start({ script, parameters = [], env }: Command): OwnProcess {
    const child = spawn(process.execPath, [script, ...parameters], {
      env: { PATH: process.env.PATH, NODE_ENV: "production", ...env },
      detached: true,
      stdio: ["ignore", "pipe", "pipe"],
    });
    alive.add(child);
    const ended = once(child, "close").then(([code, signal]): Ended => {
      alive.delete(child);
      return { code, signal };
    });
    return new OwnProcess(child, ended);
  }

  get pid(): number {
    return this.child.pid as number;
  }

  get isRunning(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  /** The end of what it wrote to standard output. */
  get output(): string {
    return this.text.out;
  }

  /** The end of what it wrote to standard error. */
  get log(): string {
    return this.text.log;
  }

  /** Answers with what it writes that fits, once it does. @throws with its log, where it ends before */
  async untilItWrites(pattern: RegExp): Promise<RegExpExecArray> {
    for (;;) {
      const match = pattern.exec(this.output);
      if (match !== null) return match;
      if (!this.isRunning) throw new Error(`A process has ended: ${this.log}`);
      await Promise.race([once(this.child.stdout as NodeJS.EventEmitter, "data"), this.ended]);
    }
  }

  signal(signal: NodeJS.Signals): void {
    if (this.isRunning) this.child.kill(signal);
  }

  /** `kill -9`, and waits for the process to be gone. */
  async kill9(): Promise<void> {
    this.signal("SIGKILL");
    await this.ended;
  }

  private keep(stream: "out" | "log", text: string): void {
    this.text[stream] = (this.text[stream] + text).slice(-KEPT_CHARACTERS);
  }
}
