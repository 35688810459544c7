import { readFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";

const EVERY_MS = 250;

/** Looks at what a process holds in memory while some work is done. Answers with what was seen, in bytes, in order. */
export async function residentDuring(pid: number, work: Promise<unknown>): Promise<number[]> {
  const seen: number[] = [];
  let isOver = false;
  const over = work.finally(() => {
    isOver = true;
  });
  over.catch(() => undefined); // the work is the caller's
  while (!isOver) {
    seen.push(await residentOf(pid));
    await Promise.race([over.catch(() => undefined), sleep(EVERY_MS)]);
  }
  return seen;
}

async function residentOf(pid: number): Promise<number> {
  const [, kibibytes] = /^VmRSS:\s+(\d+) kB$/m.exec(await readFile(`/proc/${pid}/status`, "utf8")) ?? [];
  return Number(kibibytes) * 1024;
}
