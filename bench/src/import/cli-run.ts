import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { devNull } from "node:os";
import { pipeline } from "node:stream/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { peakMemoryOf } from "../harness/server-process.js";

/** What a run of a command line took. */
export interface CliRun {
  readonly ms: number;
  /** The most resident memory; null where the system does not tell. */
  readonly peakBytes: number | null;
}

/** Runs a command to its end. What it prints is read, as a shell's redirection would. @throws with what it wrote to standard error where it fails */
export async function runCli(cli: string, databaseUrl: string, parameters: readonly string[]): Promise<CliRun> {
  const env = { PATH: process.env.PATH, NODE_ENV: "production", LOG_LEVEL: "warn", DATABASE_URL: databaseUrl };
  const child = spawn(process.execPath, [cli, ...parameters], {
    env,
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let log = "";
  child.stderr.on("data", (text) => (log += text));
  const start = performance.now();
  const [peakBytes] = await Promise.all([peakUntilEnd(child), pipeline(child.stdout, createWriteStream(devNull))]);
  const ms = performance.now() - start;
  if (child.exitCode !== 0) throw new Error(`${parameters[0]} failed: ${log}`);
  return { ms, peakBytes };
}

const LOOK_EVERY_MS = 50;

async function peakUntilEnd(child: ChildProcess): Promise<number | null> {
  const ended = once(child, "close");
  let peak: number | null = null;
  while (child.exitCode === null && child.signalCode === null) {
    peak = (await peakMemoryOf(child.pid as number)) ?? peak;
    await Promise.race([ended, sleep(LOOK_EVERY_MS)]);
  }
  await ended;
  return peak;
}
