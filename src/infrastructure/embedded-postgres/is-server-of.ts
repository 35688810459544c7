import { readFile, readlink } from "node:fs/promises";
import { hasCode } from "./has-code.js";
import { runProgram } from "./run-program.js";

/**
 * Whether a process is the PostgreSQL server of a data directory: neither a zombie nor another program that was given the
 * id later. Where the system shows no more than that it is some PostgreSQL server, the answer is yes.
 */
export async function isServerOf(dataDirectory: string, processId: number): Promise<boolean> {
  if (process.platform === "win32") return false; // there PostgreSQL itself makes sure of it when it starts
  if (process.platform !== "linux") return isPostgres(processId);
  try {
    return (await readlink(`/proc/${processId}/cwd`)) === dataDirectory;
  } catch (error) {
    // Root in a container may not see into processes of other users.
    return hasCode(error, "EACCES") && isPostgresOnLinux(processId);
  }
}

async function isPostgres(processId: number): Promise<boolean> {
  const { succeeded, output } = await runProgram("ps", ["-o", "stat=", "-o", "comm=", "-p", String(processId)]);
  return succeeded && /^[^Z]\S*\s.*postgres$/.test(output);
}

async function isPostgresOnLinux(processId: number): Promise<boolean> {
  const status = await readFile(`/proc/${processId}/stat`, "utf8").catch(() => "");
  return /^\d+ \(postgres\) [^Z]/.test(status);
}
