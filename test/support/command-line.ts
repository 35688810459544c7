import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";

/** How a command ended. */
export interface CommandOutcome {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
}

export interface CommandWorld {
  /** Nothing of the test's own environment but the path reaches the command. */
  readonly env?: Record<string, string>;
  /** All that standard input has; nothing where it is not given. */
  readonly input?: string | Buffer;
  readonly cwd?: string;
}

/** The command line as it is built, in a process of its own. */
export class RunningCommand {
  private constructor(
    readonly process: ChildProcess,
    readonly outcome: Promise<CommandOutcome>,
  ) {}

  static spawn(parameters: readonly string[], { env = {}, cwd = process.cwd() }: CommandWorld = {}): RunningCommand {
    const child = spawn(process.execPath, [resolve("dist/src/cli/namesake.js"), ...parameters], {
      cwd,
      env: { PATH: process.env.PATH, ...env },
    });
    const output = { out: "", err: "" };
    child.stdout.setEncoding("utf8").on("data", (text) => (output.out += text));
    child.stderr.setEncoding("utf8").on("data", (text) => (output.err += text));
    // It may end before it has read everything.
    child.stdin.on("error", () => undefined);
    const outcome = once(child, "close").then(([code, signal]) => ({ code, signal, ...output }));
    return new RunningCommand(child, outcome);
  }

  signal(signal: NodeJS.Signals): void {
    this.process.kill(signal);
  }
}

/** Runs a command to its end. */
export function namesake(parameters: readonly string[], world: CommandWorld = {}): Promise<CommandOutcome> {
  const command = RunningCommand.spawn(parameters, world);
  command.process.stdin?.end(world.input ?? "");
  return command.outcome;
}
