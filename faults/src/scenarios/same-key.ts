import { judge } from "../checker/judge.js";
import { CLIENTS_OF_A_KEY } from "../load/same-key-plan.js";
import type { Scenario } from "../scenario.js";

const PROCESSES = 2;

export const sameKey: Scenario = {
  name: "same-key",
  title: `${CLIENTS_OF_A_KEY} clients use the same key at once`,
  toReach: "one effect each, and the same answer for all",
  counts: { ci: 50, full: 5_000 },
  async run(world) {
    const databaseUrl = await world.database();
    const replicas = await world.twoReplicas({ databaseUrl });
    const groups = Math.ceil(world.count / PROCESSES);
    const clients = await world.clients({ plan: "same key", replicas, clients: PROCESSES, groups, atOnce: 2 });
    await clients.done();
    const { history, ...judgement } = await judge(clients.historyFiles, databaseUrl);
    return { ...judgement, injected: history.size };
  },
};
