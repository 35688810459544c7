import { setTimeout as sleep } from "node:timers/promises";
import { judge } from "../checker/judge.js";
import { clock } from "../load/history.js";
import { recoveriesAfter } from "../load/recoveries.js";
import type { Figures, Scenario } from "../scenario.js";
import type { World } from "../world.js";

const RECOVERED_WITHIN_MS = 5_000;

/** How long the server is under load before it crashes, and how long it is away, in milliseconds. */
const UP_MS = { least: 500, most: 2_000 };
const DOWN_MS = { least: 0, most: 1_500 };

export const postgresRestart: Scenario = {
  name: "postgres-restart",
  title: "PostgreSQL ends as in a crash, and comes back",
  toReach: `0 lost; first success within ${RECOVERED_WITHIN_MS / 1_000} s`,
  counts: { ci: 2, full: 30 },
  async run(world) {
    if (!world.postgres.isOwn) return NOT_POSSIBLE;
    const databaseUrl = await world.database();
    const replicas = await world.twoReplicas({ databaseUrl });
    const clients = await world.clients({ plan: "mixed", replicas, clients: 2, groups: null, atOnce: 4 });
    const restarts = await restartAgainAndAgain(world);
    await sleep(UP_MS.most);
    await clients.finish();
    const { history, ...judgement } = await judge(clients.historyFiles, databaseUrl);
    const recoveriesMs = recoveriesAfter(restarts, history);
    const late = recoveriesMs.filter((time) => time > RECOVERED_WITHIN_MS);
    const problems = late.map((time) => `The first success came ${Math.round(time)} ms after PostgreSQL was back.`);
    return { ...judgement, injected: restarts.length, recoveriesMs, problems: [...judgement.problems, ...problems] };
  },
};

const NOT_POSSIBLE: Figures = {
  injected: 0,
  requests: 0,
  answers: {},
  problems: ["A PostgreSQL that FAULTS_DATABASE_URL names cannot be restarted from here."],
};

/** Answers with when the server was back. */
async function restartAgainAndAgain({ random, count, postgres }: World): Promise<number[]> {
  const restarts: number[] = [];
  while (restarts.length < count) {
    await sleep(random.between(UP_MS.least, UP_MS.most));
    await postgres.stopImmediately();
    await sleep(random.between(DOWN_MS.least, DOWN_MS.most));
    await postgres.startAgain();
    restarts.push(clock());
  }
  return restarts;
}
