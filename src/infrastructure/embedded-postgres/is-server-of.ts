import { readFile, readlink } from "node:fs/promises";
import { hasCode } from "../has-code.js";
import { runProgram } from "./run-program.js";

/**
 * Whether a process is the PostgreSQL server of a data directory: neither a zombie nor another program that was given the
 * id later. A server works in its data directory; where the system does not show that, it names it when it is started.
 */
export async function isServerOf(dataDirectory: string, processId: number): Promise<boolean> {
  if (process.platform === "win32") return false; // there PostgreSQL itself makes sure of it when it starts
  if (process.platform !== "linux") return (await commandOf(processId)).includes(` -D ${dataDirectory} `);
  try {
    return (await readlink(`/proc/${processId}/cwd`)) === dataDirectory;
  } catch (error) {
    // Root in a container may not look into processes of other users.
    return hasCode(error, "EACCES") && (await parametersOf(processId)).includes(dataDirectory);
  }
}

async function commandOf(processId: number): Promise<string> {
  return (await runProgram("ps", ["-ww", "-o", "command=", "-p", String(processId)])).output;
}

async function parametersOf(processId: number): Promise<readonly string[]> {
  return (await readFile(`/proc/${processId}/cmdline`, "utf8").catch(() => "")).split("\0");
}
