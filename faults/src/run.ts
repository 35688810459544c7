import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Control } from "./controls/controls.js";
import { patchedCopy } from "./controls/patched-copy.js";
import { stopping } from "./harness/interruption.js";
import { Postgres } from "./harness/postgres.js";
import { progress } from "./harness/progress.js";
import { Random } from "./harness/random.js";
import { describeMachine, type Machine } from "./report/machine.js";
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

/** What came of one control: it has passed where the checker found that something is wrong. */
export interface ControlOutcome extends Outcome {
  /** The scenario that it was run under. */
  readonly scenario: string;
}

export interface Outcomes {
  readonly machine: Machine;
  readonly scenarios: readonly Outcome[];
  readonly controls: readonly ControlOutcome[];
}

const NOTHING: Figures = { injected: 0, requests: 0, answers: {}, problems: [] };

/** Runs scenarios and controls one after the other, against one PostgreSQL server. */
export async function run(
  scenarios: readonly Scenario[],
  controls: readonly Control[],
  options: RunOptions,
): Promise<Outcomes> {
  const postgres = await Postgres.start(await mkdtemp(join(tmpdir(), "namesake-faults-postgres-")));
  const stop = () => postgres.stop();
  return stopping(stop, async () => {
    const outcomes = { scenarios: [] as Outcome[], controls: [] as ControlOutcome[] };
    const machine = describeMachine(await postgres.version());
    for (const scenario of scenarios) {
      const outcome = await runScenario(scenario, { ...options, postgres });
      if (outcome !== null) outcomes.scenarios.push(outcome);
    }
    for (const control of controls) outcomes.controls.push(await runControl(control, { ...options, postgres }));
    return { ...outcomes, machine };
  });
}

interface Surroundings extends RunOptions {
  readonly postgres: Postgres;
  readonly root?: string;
}

async function runScenario(scenario: Scenario, surroundings: Surroundings): Promise<Outcome | null> {
  const { name, title, counts } = scenario;
  if ((surroundings.full ? counts.full : counts.ci) === null) return null;
  progress(`${name}: ${title}`);
  const outcome = await outcomeOf(scenario, surroundings);
  progress(`${name}: ${lineOf(outcome)}`);
  for (const evidence of outcome.figures.evidence ?? [])
    progress(`${name}: what the checker could not explain\n${evidence}`);
  return outcome;
}

/** Runs a scenario against the service without a safeguard, as often as in CI. */
async function runControl(control: Control, { seed, postgres }: Surroundings): Promise<ControlOutcome> {
  const { name, title, patches, scenario } = control;
  progress(`${name}: ${title}, under ${scenario.name}`);
  const root = await mkdtemp(join(tmpdir(), "namesake-faults-control-"));
  try {
    const patched: Scenario = {
      ...scenario,
      run: (world) => patchedCopy(root, patches).then(() => scenario.run(world)),
    };
    const outcome = await outcomeOf(patched, { seed, postgres, root, full: false });
    const { lost, twice, torn, unexplained } = outcome.figures.findings ?? {
      lost: 0,
      twice: 0,
      torn: 0,
      unexplained: 0,
    };
    const problems =
      lost + twice + torn + unexplained > 0 ? [] : ["The checker found nothing.", ...outcome.figures.problems];
    const judged = { ...outcome, name, title, scenario: scenario.name, figures: { ...outcome.figures, problems } };
    progress(`${name}: ${lineOf(judged)}`);
    return judged;
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

/** Runs a scenario in a world of its own. One that throws has failed. */
async function outcomeOf(scenario: Scenario, { seed, full, ...surroundings }: Surroundings): Promise<Outcome> {
  const { name, title, toReach, counts } = scenario;
  const count = (full ? counts.full : counts.ci) ?? 0;
  const world = new World({ ...surroundings, name, random: Random.of(seed).fork(name), count, full });
  const began = performance.now();
  const figures = await stopping(
    () => world.stopAll(),
    () => scenario.run(world).catch((error: Error) => ({ ...NOTHING, problems: [error.stack ?? error.message] })),
  );
  const problems = [...figures.problems, ...world.failures];
  const seconds = (performance.now() - began) / 1_000;
  return { name, title, toReach, seconds, figures: { ...figures, problems } };
}

function lineOf({ seconds, figures: { injected, requests, findings, problems } }: Outcome): string {
  const found = findings
    ? `, ${findings.lost} lost, ${findings.twice} twice, ${findings.torn} torn, ${findings.unexplained} unexplained`
    : "";
  const verdict = problems.length === 0 ? "passed" : `FAILED: ${problems.slice(0, 5).join(" ")}`;
  return `${injected} faults, ${requests} requests${found}, ${seconds.toFixed(1)} s: ${verdict}`;
}
