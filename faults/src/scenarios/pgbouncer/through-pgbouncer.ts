import { setTimeout as sleep } from "node:timers/promises";
import { judge } from "../../checker/judge.js";
import { registerMasters } from "../../crowd/large-group.js";
import { lockGroup } from "../../harness/group-lock.js";
import { connectTo } from "../../harness/postgres.js";
import { ask } from "../../load/ask.js";
import { documentOf } from "../../load/document.js";
import type { Scenario } from "../../scenario.js";
import type { World } from "../../world.js";
import { PgBouncer } from "./pgbouncer.js";

/** Fewer than the connections of the replicas, which are ten each. */
const POOL_SIZE = 4;
const CLIENTS = 2;
const ANSWERED_WITHIN_MS = 10_000;

/** What a transaction of the service is bounded by. */
const SETTINGS = ["statement_timeout", "lock_timeout", "idle_in_transaction_session_timeout"];

/** Driven for as many groups as it is to be. */
export const throughPgBouncer: Scenario = {
  name: "pgbouncer",
  title: "the service through PgBouncer in transaction mode",
  toReach: "0 lost; bounds hold, and none stays behind",
  counts: { ci: 40, full: 1_000 },
  async run(world) {
    const databaseUrl = await world.database();
    const pgbouncer = await PgBouncer.start({ databaseUrl, folder: await world.folder(), poolSize: POOL_SIZE });
    world.stopAtEnd(() => pgbouncer.stop());
    const env = { PREPARED_STATEMENTS: "off" };
    const replicas = await world.twoReplicas({ databaseUrl: pgbouncer.databaseUrl, env });
    const groups = Math.ceil(world.count / CLIENTS);
    const clients = await world.clients({ plan: "mixed", replicas, clients: CLIENTS, groups, atOnce: 4 });
    const watched = await watchSettings(pgbouncer.databaseUrl, clients.done());
    const { history: _history, ...judgement } = await judge(clients.historyFiles, databaseUrl);
    const [{ graphqlUrl }] = replicas;
    const locked = await askForLocked(world, graphqlUrl, databaseUrl);
    return {
      ...judgement,
      injected: groups * CLIENTS,
      measured: { "settings looked at": watched.looks, "a lock waited for (ms)": locked.ms },
      problems: [...judgement.problems, ...watched.problems, ...locked.problems],
    };
  },
};

/** Looks, as another client of the same pool, at the settings that it finds on the connections that the service used before. */
async function watchSettings(databaseUrl: string, load: Promise<void>) {
  let isOver = false;
  const over = load.finally(() => {
    isOver = true;
  });
  over.catch(() => undefined);
  const left = new Set<string>();
  let looks = 0;
  const client = await connectTo(databaseUrl);
  while (!isOver) {
    for (const setting of SETTINGS) {
      const { rows } = await client.query<Record<string, string>>(`SHOW ${setting}`);
      looks += 1;
      if (rows[0]?.[setting] !== "0") left.add(`${setting} was left at ${rows[0]?.[setting]}.`);
    }
    await sleep(5);
  }
  await client.end();
  await over;
  return { looks, problems: [...left] };
}

/** Changes a group that somebody else holds: it is refused in time, and done once the group is free. */
async function askForLocked(world: World, graphqlUrl: string, databaseUrl: string) {
  const [masterId = ""] = await registerMasters(graphqlUrl, 1);
  const registration = documentOf({ kind: "registerMember", masterId, name: "示例成员有限公司" }, "locked");
  const lock = await lockGroup(databaseUrl, masterId);
  const began = performance.now();
  const refused = await ask(graphqlUrl, registration);
  const ms = performance.now() - began;
  await lock.letGo();
  const done = await ask(graphqlUrl, registration);
  world.progress(`a change of a locked group was answered ${refused.kind} after ${Math.round(ms)} ms`);
  const problems: string[] = [];
  if (refused.kind !== "503 SERVICE_UNAVAILABLE") problems.push(`A locked group was answered ${refused.kind}.`);
  if (ms > ANSWERED_WITHIN_MS) problems.push(`A locked group was answered after ${Math.round(ms)} ms.`);
  if (done.kind !== "200") problems.push(`A group that was free again was answered ${done.kind}.`);
  return { ms, problems };
}
