import { setTimeout as sleep } from "node:timers/promises";
import { judge } from "../checker/judge.js";
import { eventually } from "../harness/deadline.js";
import { connectTo } from "../harness/postgres.js";
import type { Direction, LineConnection } from "../lines/line-connection.js";
import { PostgresLine } from "../lines/postgres-line.js";
import type { PostgresSession } from "../lines/postgres-session.js";
import { clock } from "../load/history.js";
import { recoveriesAfter } from "../load/recoveries.js";
import type { Scenario } from "../scenario.js";
import type { World } from "../world.js";

const RECOVERED_WITHIN_MS = 5_000;
/** How long all is well between two faults, in milliseconds. */
const PAUSE_MS = { least: 100, most: 800 };
/** Longer than the service may wait for anything. */
const STALLED_FOR_MS = 11_000;
/** For how long nothing at all gets through. */
const SILENT_FOR_MS = 3_000;
const GONE_FOR_MS = 500;
/** How many connections of the pools are stalled, or half-open, at once. */
const FEW = 3;

export const connections: Scenario = {
  name: "connections",
  title: "backends terminated, connections stalled, half-open or all silent",
  toReach: `no request > 10 s; first success within ${RECOVERED_WITHIN_MS / 1_000} s`,
  counts: { ci: 10, full: 300 },
  async run(world) {
    const databaseUrl = await world.database();
    const { hostname, port } = new URL(databaseUrl);
    const line = await PostgresLine.to({ host: hostname, port: Number(port) });
    world.stopAtEnd(() => line.close());
    const replicas = await world.twoReplicas({ databaseUrl: line.through(databaseUrl) });
    const clients = await world.clients({ plan: "mixed", replicas, clients: 2, groups: null, atOnce: 4 });
    const moments: number[] = [];
    const passing: Promise<unknown>[] = [];
    for (let fault = 0; fault < world.count; fault += 1) {
      await sleep(world.random.between(PAUSE_MS.least, PAUSE_MS.most));
      await FAULTS[fault % FAULTS.length]?.drive({ world, line, databaseUrl }, passing);
      moments.push(clock());
    }
    await Promise.all(passing);
    await clients.finish();
    const { history, ...judgement } = await judge(clients.historyFiles, databaseUrl);
    const recoveriesMs = recoveriesAfter(moments, history);
    const problems = recoveriesMs.flatMap((time, place) => lateIn(FAULTS[place % FAULTS.length]?.name ?? "", time));
    const unanswered = judgement.answers["no answer"] ?? 0;
    if (unanswered > 0) problems.push(`${unanswered} requests had no answer, though no replica was killed.`);
    return { ...judgement, injected: moments.length, recoveriesMs, problems: [...judgement.problems, ...problems] };
  },
};

interface Surroundings {
  readonly world: World;
  readonly line: PostgresLine;
  readonly databaseUrl: string;
}

interface Fault {
  readonly name: string;
  /** Answers once the service can do something again. What passes by itself later is added to `passing`. */
  drive(surroundings: Surroundings, passing: Promise<unknown>[]): Promise<void>;
}

const FAULTS: readonly Fault[] = [
  { name: "a backend terminated in a statement", drive: (given) => terminate("active", given) },
  { name: "a backend terminated in a transaction", drive: (given) => terminate("idle in transaction", given) },
  { name: "idle backends terminated", drive: (given) => terminate("idle", given) },
  { name: "connections stalled", drive: stall(["toClient", "toServer"]) },
  { name: "answers stalled", drive: stall(["toClient"]) },
  {
    name: "connections half-open",
    drive: async ({ world, line }) => {
      for (const connection of some(world, line)) connection.halfOpen("server");
    },
  },
  { name: "all connections cut", drive: async ({ line }) => line.cut("reset") },
  { name: "the database gone right after a commit", drive: goneAfterCommit },
  {
    name: "all silent",
    drive: async ({ line }) => {
      line.stall();
      await sleep(SILENT_FOR_MS);
      line.flow();
    },
  },
];

function stall(directions: readonly Direction[]): Fault["drive"] {
  return async ({ world, line }, passing) => {
    const stalled = some(world, line);
    for (const connection of stalled) connection.stall(directions);
    passing.push(sleep(STALLED_FOR_MS).then(() => stalled.map((connection) => connection.flow())));
  };
}

/**
 * The answer to a COMMIT still comes; what the service then has to ask, to tell its client the rest, finds nobody. It is the
 * commit of a synchronization, since that is what most is told of.
 */
async function goneAfterCommit({ line }: Surroundings): Promise<void> {
  const synchronizing = new Set<PostgresSession>();
  let isGone = false;
  line.hooks = {
    beforeStatement: (session, { text }) => {
      if (isGone) session.connection.cut("reset");
      if (/INSERT INTO synchronizations/i.test(text)) synchronizing.add(session);
    },
    afterStatement: (session, { text }) => {
      isGone ||= text === "COMMIT" && synchronizing.has(session);
    },
  };
  await eventually(10_000, "A synchronization", async () => isGone);
  await sleep(GONE_FOR_MS);
  line.hooks = {};
}

function some({ random }: World, line: PostgresLine): LineConnection[] {
  return random.shuffled([...line.connections]).slice(0, FEW);
}

/** Looks for backends in a state for as long as it takes to find one. Idle ones are plenty, and all are terminated. */
async function terminate(state: string, { databaseUrl }: Surroundings): Promise<void> {
  const client = await connectTo(databaseUrl);
  try {
    for (let look = 0; look < 1_000; look += 1) {
      const { rowCount } = await client.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = current_database() AND application_name = 'namesake' AND state = $1 LIMIT $2`,
        [state, state === "idle" ? FEW : 1],
      );
      if (rowCount) return;
    }
    throw new Error(`No backend was found that is ${state}.`);
  } finally {
    await client.end();
  }
}

function lateIn(name: string, time: number): string[] {
  return time <= RECOVERED_WITHIN_MS ? [] : [`The first success came ${Math.round(time)} ms after ${name}.`];
}
