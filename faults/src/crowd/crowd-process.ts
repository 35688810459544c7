import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { percentile } from "../harness/percentile.js";
import { CrowdClient, type SeenAnswer } from "./crowd-client.js";
import type { CrowdAnswers, CrowdOrders, CrowdReport } from "./crowd-orders.js";

/** A crowd in a process of its own: asks over many connections at once, and reports what it saw. */
const [orders] = (await once(process, "message")) as [CrowdOrders];
process.on("disconnect", () => process.exit(1));

const client = new CrowdClient(orders.url, orders.connections);
const bodies = orders.documents.map((document) => JSON.stringify(document));
const began = performance.now();
const seen: SeenAnswer[] = [];
let asked = 0;

function isOver({ end }: CrowdOrders): boolean {
  return "afterMs" in end ? performance.now() - began > end.afterMs : asked >= end.afterRequests;
}

async function askOnAndOn({ pauseMs = 0 }: CrowdOrders): Promise<void> {
  while (!isOver(orders)) {
    asked += 1;
    seen.push(await client.ask(bodies[asked % bodies.length] as string));
    if (pauseMs > 0) await sleep(pauseMs);
  }
}

function reportOf(answers: readonly SeenAnswer[]): CrowdReport {
  const kinds = [...new Set(answers.map(({ kind }) => kind))].toSorted();
  return Object.fromEntries(kinds.map((kind) => [kind, answersOf(answers.filter((answer) => answer.kind === kind))]));
}

function answersOf(answers: readonly SeenAnswer[]): CrowdAnswers {
  const times = answers.map(({ ms }) => ms);
  return {
    count: answers.length,
    p50Ms: percentile(times, 0.5),
    p99Ms: percentile(times, 0.99),
    mostMs: percentile(times, 1),
    withoutRetryAfter: answers.filter(({ hasRetryAfter }) => !hasRetryAfter).length,
  };
}

await Promise.all(Array.from({ length: orders.connections }, () => askOnAndOn(orders)));
process.send?.(reportOf(seen), () => process.exit(0));
