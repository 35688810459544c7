import { mkdir } from "node:fs/promises";
import { resolve } from "node:path";
import { Command, InvalidArgumentError, Option } from "commander";
import { measureCallers } from "./callers/callers.js";
import { measureCommits } from "./commit/commit.js";
import { connect, ScratchDatabase } from "./database/database.js";
import { interruption, listenForInterruption } from "./harness/interruption.js";
import { describeMachine } from "./harness/machine.js";
import { inRepository } from "./harness/paths.js";
import { progress } from "./harness/progress.js";
import { measureImport } from "./import/import.js";
import { measurePreviews } from "./previews/previews.js";
import { measureReads } from "./reads/reads.js";
import { writeReport } from "./report/report.js";
import { PARTS, type Part, type PartName, type Results, readResults, writeResults } from "./results.js";

interface Options {
  readonly sizes: readonly number[];
  readonly rounds: number;
  readonly only: readonly PartName[];
  readonly seconds: number;
  readonly importRows: number;
  readonly cli: string;
  readonly out: string;
  readonly report?: boolean;
}

const options = new Command("npm run bench --")
  .description("Measures Namesake beside other ways to do the same, and writes docs/benchmarks.md.")
  .option("--sizes <numbers>", "sizes of the groups", wholeNumbers, [100, 1_000, 10_000, 100_000, 1_000_000])
  .option("--rounds <number>", "rounds of every comparison", wholeNumber, 5)
  .addOption(new Option("--only <parts...>", "these parts").choices(PARTS).default([...PARTS], "all"))
  .option("--seconds <number>", "how long each load of a server lasts", wholeNumber, 5)
  .option("--import-rows <number>", "how many members are imported", wholeNumber, 1_000_000)
  .option("--cli <file>", "the command line that imports and exports", inRepository("dist/src/cli/namesake.js"))
  .option("--out <folder>", "where benchmarks.md and benchmarks/ are written", inRepository("docs"))
  .option("--report", "measure nothing: write the report of what was measured before")
  .parse()
  .opts<Options>();

function wholeNumber(text: string): number {
  if (!/^[1-9]\d*$/.test(text)) throw new InvalidArgumentError("It is to be a whole number above zero.");
  return Number(text);
}

function wholeNumbers(text: string): number[] {
  return text.split(",").map(wholeNumber);
}

/** What each part measures, by its name. */
type Measure = { [Name in PartName]: (database: ScratchDatabase) => Promise<PartOf<Name>["measured"] | null> };
type PartOf<Name extends PartName> = NonNullable<Results[Name]>;

const MEASURE: Measure = {
  commit: (database) => measureCommits(database, options),
  previews: (database) => measurePreviews(database, options),
  reads: (database) => measureReads(database, options),
  callers: (database) => measureCallers(database, options),
  import: (database) => measureImport(database, { ...options, cli: resolve(options.cli), rows: options.importRows }),
};

/** Measures one part. What was measured of it before stays where it cannot be measured now. */
async function measured(database: ScratchDatabase, name: PartName): Promise<Results> {
  const client = await connect(database.url);
  const machine = await describeMachine(client);
  await client.end();
  const found = await MEASURE[name](database);
  if (found === null) return {};
  const part: Part<unknown> = {
    measuredOn: new Date().toISOString().slice(0, 10),
    machine,
    rounds: options.rounds,
    measured: found,
  };
  return { [name]: part };
}

async function measureAll(file: string): Promise<void> {
  const database = await ScratchDatabase.open();
  try {
    for (const name of options.only) {
      const results = { ...(await readResults(file)), ...(await measured(database, name)) };
      await writeResults(file, results);
      await writeReport(options.out, results);
    }
  } finally {
    await database.close();
  }
}

const file = resolve(options.out, "benchmarks", "results.json");
await mkdir(resolve(options.out, "benchmarks"), { recursive: true });
listenForInterruption();
try {
  if (options.report) await writeReport(options.out, await readResults(file));
  else await measureAll(file);
  progress(`the report is at ${resolve(options.out, "benchmarks.md")}`);
} catch (error) {
  if (!interruption.aborted) throw error;
}
