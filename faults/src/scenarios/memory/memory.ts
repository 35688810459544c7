import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { countsIn, crowd, totalOf } from "../../crowd/crowd.js";
import type { CrowdReport } from "../../crowd/crowd-orders.js";
import { registerLargeGroup, registerMasters } from "../../crowd/large-group.js";
import { mixedDocuments } from "../../crowd/mixed-documents.js";
import { eventually } from "../../harness/deadline.js";
import { inRepository } from "../../harness/paths.js";
import { percentile } from "../../harness/percentile.js";
import { residentDuring } from "../../harness/resident-memory.js";
import type { Scenario } from "../../scenario.js";
import type { World } from "../../world.js";

const WARM_UP = 20_000;
const CONNECTIONS = 20;
const MEMBERS = 50;
const OTHER_GROUPS = 50;
/** Until what the service does by itself after the last request is done. */
const QUIET_MS = 7_000;
const MOST_GROWTH = 1.1;

/** Which part of what was seen under load is compared: the end of it. */
const WINDOW = 0.2;

/** What a process holds, in bytes. */
interface Memory {
  /** On its heap, after all garbage was collected. */
  readonly heap: number;
  /** In all, in the middle of what it was under load: how much the process gives back, and when, is left to chance. */
  readonly resident: number;
}

/** Compares what is held after the warm-up with what is held after many requests more. */
export const memory: Scenario = {
  name: "memory",
  title: "100,000 requests",
  toReach: "memory grows by 10 % at most after the warm-up",
  counts: { ci: null, full: 100_000 },
  async run(world) {
    const databaseUrl = await world.database();
    const file = join(await world.folder(), "memory.json");
    const { pid, graphqlUrl } = await world.replica({ databaseUrl, env: tellingTo(file) });
    const asked = await documentsFor(world, graphqlUrl);
    const ask = (requests: number) => askAndWatch(pid, crowd({ ...asked, end: { afterRequests: requests } }));
    const warmUp = await ask(WARM_UP);
    const before = { heap: await heapOf(pid, file), resident: warmUp.resident };
    const { report, resident } = await ask(world.count);
    const after = { heap: await heapOf(pid, file), resident };
    return {
      injected: world.count,
      requests: totalOf(warmUp.report) + totalOf(report),
      answers: countsIn(report),
      measured: measuredIn(before, after),
      problems: [...problemsIn(before, after), ...unservedIn(report)],
    };
  },
};

async function askAndWatch(pid: number, asking: Promise<CrowdReport>) {
  const seen = await residentDuring(pid, asking);
  return { report: await asking, resident: percentile(seen.slice(-Math.ceil(seen.length * WINDOW)), 0.5) };
}

function tellingTo(file: string): Record<string, string> {
  const script = pathToFileURL(inRepository("faults/dist/faults/src/scenarios/memory/tell-memory.js"));
  return {
    NODE_OPTIONS: `--expose-gc --import=${script}`,
    MEMORY_FILE: file,
    RATE_LIMIT_PER_CALLER: "off",
    RATE_LIMIT_PER_ADDRESS: "off",
  };
}

async function documentsFor({ random }: World, url: string) {
  const masterId = await registerLargeGroup(url, MEMBERS);
  const otherMasterIds = await registerMasters(url, OTHER_GROUPS);
  return { url, documents: mixedDocuments({ masterId, otherMasterIds }, random), connections: CONNECTIONS };
}

async function heapOf(pid: number, file: string): Promise<number> {
  await sleep(QUIET_MS);
  process.kill(pid, "SIGUSR2");
  let told: { heapUsed: number; external: number } | null = null;
  await eventually(10_000, "What a replica holds", async () => {
    told = await readFile(file, "utf8").then(JSON.parse, () => null);
    return told !== null;
  });
  await rm(file);
  const { heapUsed, external } = told as unknown as { heapUsed: number; external: number };
  return heapUsed + external;
}

function measuredIn(before: Memory, after: Memory): Record<string, number> {
  const inMib = (bytes: number) => Math.round((bytes / 2 ** 20) * 10) / 10;
  return {
    "heap after the warm-up (MiB)": inMib(before.heap),
    "heap in the end (MiB)": inMib(after.heap),
    "resident after the warm-up (MiB)": inMib(before.resident),
    "resident in the end (MiB)": inMib(after.resident),
  };
}

function problemsIn(before: Memory, after: Memory): string[] {
  const kinds = ["heap", "resident"] as const;
  const grown = kinds.filter((kind) => after[kind] > before[kind] * MOST_GROWTH);
  return grown.map((kind) => `${kind}: has grown by ${Math.round((after[kind] / before[kind] - 1) * 100)} %.`);
}

function unservedIn({ "200": _served, ...others }: CrowdReport): string[] {
  return Object.entries(others).map(([kind, { count }]) => `${count} requests were answered ${kind}.`);
}
