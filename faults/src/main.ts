import { Command, Option } from "commander";
import { run } from "./run.js";
import { SCENARIOS } from "./scenarios.js";

interface Options {
  readonly full?: boolean;
  readonly only: readonly string[];
  readonly seed: string;
  readonly out?: string;
}

const names = SCENARIOS.map(({ name }) => name);
const options = new Command("npm run faults --")
  .description("Drives faults at the service for real, and checks what it answered and what it kept.")
  .option("--full", "all of it, which takes an hour; without, what a machine of the CI does in five minutes")
  .addOption(new Option("--only <names...>", "these scenarios").choices(names).default(names, "all"))
  .option("--seed <text>", "what the schedule of faults is drawn from", "namesake")
  .option("--out <folder>", "where reliability.md and its figures are written; with --full, docs")
  .parse()
  .opts<Options>();

const chosen = SCENARIOS.filter(({ name }) => options.only.includes(name));
const outcomes = await run(chosen, { seed: options.seed, full: options.full ?? false });
const failed = outcomes.filter(({ figures }) => figures.problems.length > 0).length;
process.stdout.write(`${failed === 0 ? "Nothing was lost, done twice or torn." : "The suite has found faults."}\n`);
process.stdout.write(`${outcomes.length - failed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
