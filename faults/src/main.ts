import { Command, Option } from "commander";
import { CONTROLS } from "./controls/controls.js";
import { run } from "./run.js";
import { SCENARIOS } from "./scenarios.js";

interface Options {
  readonly full?: boolean;
  readonly only: readonly string[];
  readonly seed: string;
  readonly out?: string;
}

const names = [...SCENARIOS, ...CONTROLS].map(({ name }) => name);
const options = new Command("npm run faults --")
  .description("Drives faults at the service for real, and checks what it answered and what it kept.")
  .option("--full", "all of it, which takes an hour; without, what a machine of the CI does in five minutes")
  .addOption(new Option("--only <names...>", "these scenarios and controls").choices(names).default(names, "all"))
  .option("--seed <text>", "what the schedule of faults is drawn from", "namesake")
  .option("--out <folder>", "where reliability.md and its figures are written; with --full, docs")
  .parse()
  .opts<Options>();

const chosen = <T extends { readonly name: string }>(all: readonly T[]) =>
  all.filter(({ name }) => options.only.includes(name));
const { scenarios, controls } = await run(chosen(SCENARIOS), chosen(CONTROLS), {
  seed: options.seed,
  full: options.full ?? false,
});
const all = [...scenarios, ...controls];
const failed = all.filter(({ figures }) => figures.problems.length > 0).length;
process.stdout.write(`${verdictOn(failed)}\n${all.length - failed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;

function verdictOn(failures: number): string {
  if (failures > 0) return "What was to be reached was not: see above.";
  return "Nothing was lost, done twice or torn, and the checker found what was wrong on purpose.";
}
