import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { percentile } from "../harness/percentile.js";
import type { ControlOutcome, Outcome, Outcomes } from "../run.js";
import type { Figures } from "../scenario.js";
import type { Machine } from "./machine.js";

/** What the suite found, as it is kept between runs: of each scenario and control, what its last run came to. */
export interface Results {
  readonly machine: Machine;
  readonly scenarios: Readonly<Record<string, Reported>>;
  readonly controls: Readonly<Record<string, Reported & Pick<ControlOutcome, "scenario">>>;
}

export interface Reported extends Omit<Outcome, "figures"> {
  readonly seed: string;
  readonly measuredOn: string;
  readonly figures: Omit<Figures, "recoveriesMs" | "evidence"> & {
    readonly recoveryMs?: { readonly median: number; readonly max: number };
  };
}

/** The results of a run, and of earlier runs where this one was not about all of it. */
export function merged(earlier: Results | null, { scenarios, controls, machine }: Outcomes, seed: string): Results {
  return {
    machine,
    scenarios: { ...earlier?.scenarios, ...byName(scenarios.map((outcome) => reported(outcome, seed))) },
    controls: { ...earlier?.controls, ...byName(controls.map((outcome) => reported(outcome, seed))) },
  };
}

function reported<One extends Outcome>({ figures, ...outcome }: One, seed: string) {
  const { recoveriesMs, evidence: _, ...rest } = figures;
  const recoveryMs = recoveriesMs && { median: percentile(recoveriesMs, 0.5), max: percentile(recoveriesMs, 1) };
  const measuredOn = new Date().toISOString().slice(0, 10);
  return { ...outcome, seed, measuredOn, figures: { ...rest, ...(recoveryMs && { recoveryMs }) } };
}

function byName<One extends { readonly name: string }>(all: readonly One[]): Record<string, One> {
  return Object.fromEntries(all.map((one) => [one.name, one]));
}

/** What was kept before; null where there is no such file. */
export async function readResults(file: string): Promise<Results | null> {
  try {
    return JSON.parse(await readFile(file, "utf8"));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

export async function writeResults(file: string, results: Results): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, `${JSON.stringify(results, rounded, 2)}\n`);
}

/** What is finer says nothing. */
function rounded(_key: string, value: unknown): unknown {
  return typeof value === "number" ? Math.round(value * 10) / 10 : value;
}
