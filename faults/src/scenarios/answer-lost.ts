import { judge } from "../checker/judge.js";
import { HttpLine } from "../lines/http-line.js";
import type { RecordedRequest } from "../load/history.js";
import { KEYS_OF_A_PLAN } from "../load/keyed-plan.js";
import { hasKey } from "../load/operation.js";
import type { Scenario } from "../scenario.js";
import type { World } from "../world.js";

const CLIENTS = 2;

export const answerLost: Scenario = {
  name: "answer-lost",
  title: "the answer is lost after COMMIT, and the client asks again",
  toReach: "the first answer again",
  counts: { ci: 100, full: 5_000 },
  async run(world) {
    const databaseUrl = await world.database();
    const replicas = await world.twoReplicas({ databaseUrl });
    const lost = new Set<string>();
    const lossy = await Promise.all(replicas.map(({ graphqlUrl }) => lossyLine(world, graphqlUrl, lost)));
    const groups = Math.ceil(world.count / CLIENTS / KEYS_OF_A_PLAN);
    const clients = await world.clients({ plan: "keyed", replicas: lossy, clients: CLIENTS, groups, atOnce: 4 });
    await clients.done();
    const { history, ...judgement } = await judge(clients.historyFiles, databaseUrl);
    const keyed = [...history.values()].flat().filter(({ operation }) => hasKey(operation));
    const problems = [...judgement.problems, ...keyed.flatMap(problemWith)];
    return { ...judgement, problems, injected: keyed.length };
  },
};

/** Loses the first answer to each key. @param lost the keys whose answer has been lost, on whichever line */
async function lossyLine(world: World, url: string, lost: Set<string>): Promise<{ graphqlUrl: string }> {
  const line = await HttpLine.to(url);
  world.stopAtEnd(() => line.close());
  line.hooks = {
    beforeAnswer: ({ body }, status) => {
      const key = /"idempotencyKey":"([^"]+)"/.exec(body.toString())?.[1];
      if (status !== 200 || key === undefined || lost.has(key)) return "pass";
      lost.add(key);
      return "cut";
    },
  };
  return { graphqlUrl: line.through(url) };
}

function problemWith({ id, attempts, answer }: RecordedRequest): string[] {
  if (attempts.length < 2 || attempts[0]?.kind !== "no answer") return [`No answer to ${id} was lost.`];
  return answer?.replayed ? [] : [`${id} was answered anew: ${answer?.__typename}.`];
}
