import { judge } from "../checker/judge.js";
import type { Scenario } from "../scenario.js";

const CLIENTS = 2;

export const races: Scenario = {
  name: "races",
  title: "two first commits of one master at once, and what their decisions hang on changes meanwhile",
  toReach: "some order explains all answers",
  counts: { ci: 300, full: 20_000 },
  async run(world) {
    const databaseUrl = await world.database();
    const replicas = await world.twoReplicas({ databaseUrl });
    const groups = Math.ceil(world.count / CLIENTS);
    const clients = await world.clients({ plan: "race", replicas, clients: CLIENTS, groups, atOnce: 8 });
    await clients.done();
    const { history, ...judgement } = await judge(clients.historyFiles, databaseUrl);
    return { ...judgement, injected: history.size };
  },
};
