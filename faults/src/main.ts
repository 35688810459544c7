import { resolve } from "node:path";
import { Command, Option } from "commander";
import { CONTROLS } from "./controls/controls.js";
import { listenForInterruption } from "./harness/interruption.js";
import { inRepository } from "./harness/paths.js";
import { writeReport } from "./report/report.js";
import { merged, readResults, writeResults } from "./report/results.js";
import { type Outcomes, run } from "./run.js";
import { SCENARIOS } from "./scenarios.js";

interface Options {
  readonly full?: boolean;
  readonly only: readonly string[];
  readonly seed: string;
  readonly out?: string;
  readonly report?: boolean;
}

const NAMES = [...SCENARIOS, ...CONTROLS].map(({ name }) => name);
const options = new Command("npm run faults --")
  .description("Drives faults at the service for real, and checks what it answered and what it kept.")
  .option("--full", "all of it, which takes an hour; without, what a machine of the CI does in five minutes")
  .addOption(new Option("--only <names...>", "these scenarios and controls").choices(NAMES).default(NAMES, "all"))
  .option("--seed <text>", "what the schedule of faults is drawn from", "namesake")
  .option("--out <folder>", "where reliability.md and its figures are written; nowhere by default, with --full in docs")
  .option("--report", "drive nothing: write the report of what was found before")
  .parse()
  .opts<Options>();

const out = options.out ?? (options.full || options.report ? inRepository("docs") : null);
listenForInterruption();
if (options.report) await report(null);
else await runAll();

async function runAll(): Promise<void> {
  const isChosen = ({ name }: { readonly name: string }) => options.only.includes(name);
  const { seed, full = false } = options;
  const outcomes = await run(SCENARIOS.filter(isChosen), CONTROLS.filter(isChosen), { seed, full });
  await report(outcomes);
  const all = [...outcomes.scenarios, ...outcomes.controls];
  const failed = all.filter(({ figures }) => figures.problems.length > 0).length;
  process.stdout.write(`${verdictOn(failed, outcomes)}\n${all.length - failed} passed, ${failed} failed\n`);
  process.exitCode = failed === 0 ? 0 : 1;
}

/** Writes the figures and their page, where that is wanted. */
async function report(outcomes: Outcomes | null): Promise<void> {
  if (out === null) return;
  const file = resolve(out, "reliability", "results.json");
  const earlier = await readResults(file);
  const results = outcomes === null ? earlier : merged(earlier, outcomes, options.seed);
  if (results === null) throw new Error(`There are no figures at ${file}.`);
  await writeResults(file, results);
  await writeReport(resolve(out, "reliability.md"), results, NAMES);
}

function verdictOn(failures: number, { scenarios, controls }: Outcomes): string {
  if (failures > 0) return "What was to be reached was not: see above.";
  const kept = scenarios.length > 0 ? ["Under every fault, what was to be reached was."] : [];
  const told = controls.length > 0 ? ["The checker found everything that was wrong on purpose."] : [];
  return [...kept, ...told].join(" ");
}
