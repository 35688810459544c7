import { setTimeout as sleep } from "node:timers/promises";
import { countedBy } from "../../checker/judge.js";
import { registerMasters } from "../../crowd/large-group.js";
import { eventually } from "../../harness/deadline.js";
import { lockGroup } from "../../harness/group-lock.js";
import { percentile } from "../../harness/percentile.js";
import { connectTo } from "../../harness/postgres.js";
import { isReady } from "../../harness/readiness.js";
import type { Replica } from "../../harness/replica.js";
import { clock } from "../../load/history.js";
import type { Scenario } from "../../scenario.js";
import type { World } from "../../world.js";
import { SteadyClient } from "./steady-client.js";
import { DRAIN_MS, problemsWith, type Termination } from "./termination.js";

/** So many replicas are told to end at the same time, each under a load of its own. */
const AT_ONCE = 2;
/** Pauses of the clients between their requests; the longest, so that some connections are idle when they are closed. */
const PAUSES_MS = [0, 0, 0, 5, 5, 50, 300, 700, 1_100];
/** How long all is well before the signal, in milliseconds. */
const LIFE_MS = { least: 300, most: 900 };
/** For how long one request waits, which is longer than the draining takes. */
const LOCKED_FOR_MS = DRAIN_MS + 700;

export const sigterm: Scenario = {
  name: "sigterm",
  title: "SIGTERM under load",
  toReach: "every admitted request answered, exit within 10 s",
  counts: { ci: 10, full: 100 },
  async run(world) {
    const databaseUrl = await world.database();
    const terminations: Termination[] = [];
    const turns = Array.from({ length: AT_ONCE }, async (_, place) => {
      for (let turn = place; turn < world.count; turn += AT_ONCE) {
        terminations.push(await terminate(world, databaseUrl, `turn ${turn}`));
      }
    });
    await Promise.all(turns);
    const requests = terminations.flatMap((termination) => termination.requests);
    const longest = (times: (termination: Termination) => number) => percentile(terminations.map(times), 1);
    return {
      injected: terminations.length,
      requests: requests.length,
      answers: countedBy(requests.map(({ answer }) => (answer === null ? "no answer" : String(answer.status)))),
      measured: {
        "ready after SIGTERM, the longest (ms)": longest(({ unreadyAt, toldAt }) => unreadyAt - toldAt),
        "until the end, the longest (ms)": longest(({ endedAt, toldAt }) => endedAt - toldAt),
      },
      problems: terminations.flatMap(problemsWith),
    };
  },
};

async function terminate(world: World, databaseUrl: string, name: string): Promise<Termination> {
  const replica = await world.replica({ databaseUrl, env: { DRAIN_SECONDS: String(DRAIN_MS / 1_000) } });
  const { graphqlUrl: url } = replica;
  const masterIds = await registerMasters(url, PAUSES_MS.length + 1);
  const clients = masterIds.map((masterId, place) => {
    return new SteadyClient({ url, name: `${name}/${place}`, masterId, pauseMs: PAUSES_MS[place] ?? 0 });
  });
  const [waiting, ...steady] = clients.toReversed();
  const running = steady.map((client) => client.run());
  await sleep(world.random.between(LIFE_MS.least, LIFE_MS.most));
  const lock = await lockGroup(databaseUrl, masterIds.at(-1) ?? "");
  running.push(waiting?.askOnce() ?? Promise.resolve());
  await sleep(50);
  const seen = await tell(replica);
  await sleep(LOCKED_FOR_MS - (clock() - seen.toldAt));
  await lock.letGo();
  const { code } = await replica.ended;
  const endedAt = clock();
  await Promise.all(running);
  const requests = clients.flatMap((client) => client.requests);
  return { ...seen, endedAt, code, requests, doneKeys: await keysIn(databaseUrl) };
}

async function tell(replica: Replica): Promise<Pick<Termination, "toldAt" | "unreadyAt">> {
  await eventually(5_000, "Readiness", () => isReady(replica.graphqlUrl));
  const toldAt = clock();
  replica.sigterm();
  await eventually(5_000, "Unreadiness", async () => !(await isReady(replica.graphqlUrl)));
  return { toldAt, unreadyAt: clock() };
}

async function keysIn(databaseUrl: string): Promise<Set<string>> {
  const client = await connectTo(databaseUrl);
  const { rows } = await client.query<{ key: string }>("SELECT key FROM idempotency_keys");
  await client.end();
  return new Set(rows.map(({ key }) => key));
}
