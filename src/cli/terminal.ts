import { createInterface } from "node:readline/promises";
import { text } from "node:stream/consumers";

/** Whether somebody can be asked. */
export function isInteractive(): boolean {
  return process.stdin.isTTY === true && process.stderr.isTTY === true;
}

/** The answer of whoever sits at the terminal. */
export async function ask(question: string): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return (await terminal.question(question)).trim();
  } finally {
    terminal.close();
  }
}

/** All of standard input. */
export async function standardInput(): Promise<string> {
  return (await text(process.stdin)).trim();
}
