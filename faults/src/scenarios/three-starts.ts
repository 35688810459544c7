import { registerMasters } from "../crowd/large-group.js";
import { readCatalog } from "../harness/catalog.js";
import type { Replica } from "../harness/replica.js";
import type { Figures, Scenario } from "../scenario.js";
import type { World } from "../world.js";

const REPLICAS = 3;

export const threeStarts: Scenario = {
  name: "three-starts",
  title: `${REPLICAS} replicas start on an empty database at once`,
  toReach: "one schema, no error",
  counts: { ci: 5, full: 50 },
  async run(world) {
    const expected = await catalogAfter(world, 1);
    const problems: string[] = [];
    const startsMs: number[] = [];
    for (let start = 1; start <= world.count; start += 1) {
      const { catalog, replicas, faults } = await catalogAfter(world, REPLICAS);
      startsMs.push(...replicas.map(({ startedWithinMs }) => startedWithinMs));
      problems.push(...faults);
      if (catalog !== expected.catalog) problems.push(`Start ${start} made another schema than one replica does.`);
    }
    return figuresOf(world.count, startsMs, problems);
  },
};

function figuresOf(count: number, startsMs: readonly number[], problems: readonly string[]): Figures {
  const requests = count * REPLICAS;
  return {
    injected: count,
    requests,
    answers: { "200": requests },
    measured: { "the longest start (ms)": Math.max(...startsMs) },
    problems,
  };
}

/** The schema that replicas make of an empty database by starting at once, after each of them has answered. */
async function catalogAfter(world: World, count: number) {
  const databaseUrl = await world.database();
  const replicas = await Promise.all(Array.from({ length: count }, () => world.replica({ databaseUrl })));
  await Promise.all(replicas.map(({ graphqlUrl }) => registerMasters(graphqlUrl, 1)));
  const catalog = await readCatalog(databaseUrl);
  await Promise.all(replicas.map((replica) => replica.stop()));
  return { catalog, replicas, faults: replicas.flatMap(faultsOf) };
}

/** What it has warned of, which is nothing where all is well; and if it has not ended as it should. */
function faultsOf({ log }: Replica): string[] {
  return log === "" ? [] : [`A replica has logged ${log.slice(0, 300)}`];
}
