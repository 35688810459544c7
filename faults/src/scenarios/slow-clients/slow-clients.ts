import { countsIn, crowd, totalOf } from "../../crowd/crowd.js";
import type { CrowdReport } from "../../crowd/crowd-orders.js";
import { registerLargeGroup, registerMasters } from "../../crowd/large-group.js";
import { mixedDocuments } from "../../crowd/mixed-documents.js";
import { within } from "../../harness/deadline.js";
import { percentile } from "../../harness/percentile.js";
import type { Document } from "../../load/document.js";
import type { Scenario } from "../../scenario.js";
import { HttpSocket } from "../../sockets/http-socket.js";
import { SLOW_READERS, SLOW_WRITERS, type SlowClient } from "./slow-client.js";

const AT_ONCE = 200;
const MEMBERS = 200;
/** Of a member whose name takes long to read. */
const LETTERS = 255;
/** Of those who are not slow. */
const CONNECTIONS = 2;
const PAUSE_MS = 50;

/** What a slow client came to. */
interface Kept {
  readonly client: SlowClient;
  readonly ms: number;
  readonly problem: string | null;
}

export const slowClients: Scenario = {
  name: "slow-clients",
  title: "slow headers, slow bodies, slow readers, bodies of 3 MB",
  toReach: "closed within 10 s, readers within 20 s; 413; others are served meanwhile",
  counts: { ci: 200, full: 2_000 },
  async run(world) {
    const databaseUrl = await world.database();
    const { graphqlUrl: url } = await world.replica({ databaseUrl });
    const masterId = await registerLargeGroup(url, MEMBERS);
    const documents = mixedDocuments({ masterId, otherMasterIds: await registerMasters(url, 1) }, world.random);
    const largePage = largePageOf(await registerLargeGroup(url, 100, LETTERS));
    const kept: Kept[] = [];
    const reports: CrowdReport[] = [];
    for (let first = 0; first < world.count; first += AT_ONCE) {
      const clients = Array.from({ length: Math.min(AT_ONCE, world.count - first) }, (_, place) => clientAt(place));
      const others = crowd({ url, documents, connections: CONNECTIONS, end: { afterMs: 15_000 }, pauseMs: PAUSE_MS });
      kept.push(...(await Promise.all(clients.map((client) => keep(client, url, largePage)))));
      reports.push(await others);
    }
    return figuresOf(kept, reports);
  },
};

/** Its answer has 1 MB. */
function largePageOf(id: string): Document {
  const names = Array.from({ length: 14 }, (_, place) => `name${place}: enterpriseName`).join(" ");
  return {
    query: `query ($id: ID!) { result: enterpriseAccount(id: $id) { members(first: 100) { nodes { ${names} } } } }`,
    variables: { id },
  };
}

/** Few read slowly, since what they do not read is work for the service all the same; the others take turns. */
function clientAt(place: number): SlowClient {
  const clients = place % 40 === 0 ? SLOW_READERS : SLOW_WRITERS;
  return clients[place % clients.length] as SlowClient;
}

async function keep(client: SlowClient, url: string, asked: Document): Promise<Kept> {
  const socket = await HttpSocket.open(url);
  const began = performance.now();
  const acted = within(client.closedWithinMs, "It", client.act(socket, asked));
  const problem = await acted.catch(({ message }: Error) => message);
  const ms = performance.now() - began;
  socket.close();
  return { client, ms, problem };
}

function figuresOf(kept: readonly Kept[], reports: readonly CrowdReport[]) {
  const times = [...SLOW_WRITERS, ...SLOW_READERS].map(({ name }) => [
    `${name}: closed within (ms)`,
    percentile(
      kept.filter(({ client }) => client.name === name).map(({ ms }) => ms),
      1,
    ),
  ]);
  const failed = kept.filter(({ problem }) => problem !== null);
  const problems = failed.map(({ client, problem }) => `A client that ${client.name}: ${problem}`);
  const othersMostMs = percentile(
    reports.flatMap((report) => Object.values(report).map(({ mostMs }) => mostMs)),
    1,
  );
  const othersP99Ms = percentile(
    reports.map((report) => report["200"]?.p99Ms ?? Number.POSITIVE_INFINITY),
    1,
  );
  return {
    injected: kept.length,
    requests: reports.map(totalOf).reduce((sum, one) => sum + one, 0),
    answers: summed(reports.map(countsIn)),
    measured: {
      ...Object.fromEntries(times),
      "others' p99 (ms)": othersP99Ms,
      "others, the longest (ms)": othersMostMs,
    },
    problems: [...new Set(problems), ...reports.flatMap(unservedIn)],
  };
}

function unservedIn({ "200": _served, ...others }: CrowdReport): string[] {
  return Object.entries(others).map(([kind, { count }]) => `${count} requests of others were answered ${kind}.`);
}

function summed(counts: readonly Record<string, number>[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const [kind, count] of counts.flatMap(Object.entries<number>)) sums[kind] = (sums[kind] ?? 0) + count;
  return sums;
}
