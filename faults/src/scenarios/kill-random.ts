import { setTimeout as sleep } from "node:timers/promises";
import { judge } from "../checker/judge.js";
import type { StandingReplica } from "../harness/standing-replica.js";
import { clock } from "../load/history.js";
import { recoveriesAfter } from "../load/recoveries.js";
import type { Scenario } from "../scenario.js";
import type { World } from "../world.js";

/** How long a replica lives at least, in milliseconds. Another one is at hand by then, so that the next kill finds it at work, too. */
const LIFE_MS = { least: 20, most: 2_000 };

export const killRandom: Scenario = {
  name: "kill-random",
  title: "a replica is killed at a random moment",
  toReach: "0 lost, 0 twice, 0 torn",
  counts: { ci: 20, full: 500 },
  async run(world) {
    const databaseUrl = await world.database();
    const replicas = await world.twoReplicas({ databaseUrl });
    const clients = await world.clients({ plan: "mixed", replicas, clients: 2, groups: null, atOnce: 4 });
    const kills = await Promise.all(replicas.map((replica, place) => killAgainAndAgain(world, replica, place)));
    await clients.finish();
    const { history, ...judgement } = await judge(clients.historyFiles, databaseUrl);
    const recoveriesMs = recoveriesAfter(kills.flat(), history);
    return { ...judgement, injected: kills.flat().length, recoveriesMs };
  },
};

/** Each replica has its share of the kills. Answers with when they were. */
async function killAgainAndAgain(world: World, replica: StandingReplica, place: number): Promise<number[]> {
  const random = world.random.fork(`replica ${place}`);
  const kills: number[] = [];
  for (let kill = place; kill < world.count; kill += 2) {
    await Promise.all([replica.prepare(), sleep(random.between(LIFE_MS.least, LIFE_MS.most))]);
    kills.push(clock());
    await replica.kill9();
    await replica.startAgain();
  }
  return kills;
}
