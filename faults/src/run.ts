import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Postgres } from "./harness/postgres.js";
import { progress } from "./harness/progress.js";
import { Random } from "./harness/random.js";
import type { Figures, Scenario } from "./scenario.js";
import { World } from "./world.js";

export interface RunOptions {
  readonly seed: string;
  readonly full: boolean;
}

/** What came of one scenario. */
export interface Outcome {
  readonly name: string;
  readonly title: string;
  readonly toReach: string;
  readonly seconds: number;
  readonly figures: Figures;
}

const NOTHING: Figures = { injected: 0, requests: 0, answers: {}, problems: [] };

/** Runs scenarios one after the other, against one PostgreSQL server. A scenario that throws has failed. */
export async function run(scenarios: readonly Scenario[], options: RunOptions): Promise<Outcome[]> {
  const postgres = await Postgres.start(await mkdtemp(join(tmpdir(), "namesake-faults-postgres-")));
  const outcomes: Outcome[] = [];
  try {
    for (const scenario of scenarios) {
      const outcome = await runOne(scenario, postgres, options);
      if (outcome !== null) outcomes.push(outcome);
    }
  } finally {
    await postgres.stop();
  }
  return outcomes;
}

async function runOne(scenario: Scenario, postgres: Postgres, { seed, full }: RunOptions): Promise<Outcome | null> {
  const { name, title, toReach, counts } = scenario;
  const count = full ? counts.full : counts.ci;
  if (count === null) return null;
  progress(`${name}: ${title}`);
  const world = new World({ name, random: Random.of(seed).fork(name), count, full, postgres });
  const began = performance.now();
  const figures = await scenario
    .run(world)
    .catch((error: Error): Figures => ({ ...NOTHING, problems: [error.stack ?? error.message] }));
  const problems = [...figures.problems, ...(await world.stopAll())];
  const outcome = {
    name,
    title,
    toReach,
    seconds: (performance.now() - began) / 1_000,
    figures: { ...figures, problems },
  };
  progress(lineOf(outcome));
  return outcome;
}

function lineOf({ name, seconds, figures: { injected, requests, findings, problems } }: Outcome): string {
  const found = findings
    ? `, ${findings.lost} lost, ${findings.twice} twice, ${findings.torn} torn, ${findings.unexplained} unexplained`
    : "";
  const verdict = problems.length === 0 ? "passed" : `FAILED: ${problems.slice(0, 5).join(" ")}`;
  return `${name}: ${injected} faults, ${requests} requests${found}, ${seconds.toFixed(1)} s: ${verdict}`;
}
