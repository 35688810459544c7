import { type SpawnOptions, spawn } from "node:child_process";
import { parse } from "node:path";

/** Numbers of a user and a group of the operating system. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** How a program ended, and what it printed, in one line. */
export interface Outcome {
  readonly succeeded: boolean;
  readonly output: string;
}

interface RunOptions {
  readonly account?: Account | undefined;
  readonly silent?: boolean;
}

/** Runs a program to its end, as `account` if one is given. Never rejects: that it cannot be started is an outcome too. */
export function runProgram(
  program: string,
  parameters: readonly string[],
  { account, silent = false }: RunOptions = {},
): Promise<Outcome> {
  const options: SpawnOptions = {
    ...(account && { uid: account.uid | 0, gid: account.gid | 0 }), // macOS says 4294967294 and Node.js wants -2
    cwd: parse(process.execPath).root, // a folder that every user may be in
    env: environment(),
    stdio: silent ? "ignore" : ["ignore", "pipe", "pipe"],
    windowsHide: true,
  };
  return new Promise((resolve) => {
    const child = spawn(program, parameters, options);
    const printed: string[] = [];
    child.stdout?.setEncoding("utf8").on("data", (text) => printed.push(text));
    child.stderr?.setEncoding("utf8").on("data", (text) => printed.push(text));
    child.on("error", ({ message }) => resolve({ succeeded: false, output: message }));
    child.on("close", (code, signal) => {
      const output = inOneLine(printed.join("")) || `${program} ended with ${signal ?? code}`;
      resolve({ succeeded: code === 0, output });
    });
  });
}

/**
 * Our own environment without PostgreSQL's variables, which would change what its programs do. The C locale keeps messages
 * in English and needs nothing installed; the clusters' own locale is PostgreSQL's built-in one.
 */
function environment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith("PG"));
  return { ...Object.fromEntries(kept), LC_ALL: "C", TZ: "UTC" };
}

function inOneLine(text: string): string {
  return text.trim().replaceAll(/\s*[\r\n]+\s*/g, " ");
}
