import { fork } from "node:child_process";
import { once } from "node:events";
import { inRepository } from "../harness/paths.js";
import type { CrowdOrders, CrowdReport } from "./crowd-orders.js";

const SCRIPT = inRepository("faults/dist/faults/src/crowd/crowd-process.js");

/** Has a crowd ask, from a process of its own, and answers with what it saw. */
export async function crowd(orders: CrowdOrders): Promise<CrowdReport> {
  const child = fork(SCRIPT, { detached: true });
  const quit = () => child.kill("SIGKILL");
  process.once("exit", quit);
  child.send(orders);
  const reported = once(child, "message") as Promise<[CrowdReport]>;
  const ended = once(child, "exit").then(([code, signal]): never => {
    throw new Error(`A crowd has ended with ${signal ?? code}.`);
  });
  ended.catch(() => undefined);
  const [report] = await Promise.race([reported, ended]);
  process.off("exit", quit);
  return report;
}

/** How many answers there were of each kind. */
export function countsIn(report: CrowdReport): Record<string, number> {
  return Object.fromEntries(Object.entries(report).map(([kind, { count }]) => [kind, count]));
}

/** How many answers there were. */
export function totalOf(report: CrowdReport): number {
  return Object.values(report).reduce((sum, { count }) => sum + count, 0);
}
