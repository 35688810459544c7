import { setImmediate } from "node:timers/promises";
import type { ImportDrafts } from "../application/import-plan.js";
import type { UseCases } from "../use-cases.js";
import { BadLineLog } from "./bad-line-log.js";
import { withUseCases } from "./database.js";
import { EXIT, type ExitCode } from "./exit-codes.js";
import { CommandFailure } from "./failure.js";
import { type FileFormat, formatOf } from "./file-format.js";
import { ImportTally } from "./import-tally.js";
import { interruption } from "./interruption.js";
import { type Batch, batchesOf, oneAhead } from "./lines/batches.js";
import { csvLines } from "./lines/csv-lines.js";
import { jsonLines } from "./lines/json-lines.js";
import { LineSource } from "./lines/line-source.js";
import { type Format, writeResult } from "./output.js";
import { progressOf } from "./progress.js";

export interface ImportOptions extends Format {
  readonly master?: string;
  readonly format?: FileFormat;
  readonly batchSize: number;
  readonly errors?: string;
  readonly skipBadLines?: boolean;
  readonly dryRun?: boolean;
}

const LINES_AT_A_TIME = 100;

const READERS = { csv: csvLines, jsonl: jsonLines };

/** Imports a file, batch after batch, until its end or an interruption. */
export async function importFile(path: string, options: ImportOptions): Promise<ExitCode> {
  const interrupted = interruption();
  const source = await LineSource.open(path, interrupted.signal);
  const badLines = BadLineLog.open(options.errors, options);
  const tally = new ImportTally();
  try {
    await withUseCases((useCases) =>
      run({ useCases, source, badLines, tally, signal: interrupted.signal }, path, options),
    );
  } catch (error) {
    if (tally.read > 0) process.stderr.write(`${wordsToGoOn(tally)}\n`);
    throw error;
  } finally {
    badLines.close();
    interrupted.forget();
  }
  return conclude(tally, options, interrupted.signal.aborted);
}

interface Run {
  readonly useCases: UseCases;
  readonly source: LineSource;
  readonly badLines: BadLineLog;
  readonly tally: ImportTally;
  readonly signal: AbortSignal;
}

async function run({ useCases, source, badLines, tally, signal }: Run, path: string, options: ImportOptions) {
  const { master: masterId = null, skipBadLines = false } = options;
  const lines = READERS[formatOf(path, options.format)](source.chunks());
  const progress = progressOf(source);
  const write = writing(useCases, options);
  const read = ({ lines, unreadable }: Batch) =>
    useCases.importAccounts.read({ lines, unreadable, masterId, skipBadLines });
  try {
    for await (const { batch, drafts } of oneAhead(drafted(batchesOf(lines, options.batchSize), read))) {
      const result = await write(drafts);
      if (result.kind === "AccountNotFound" || result.kind === "NotAMasterAccount")
        throw CommandFailure.refusedBy(result);
      tally.count(batch, result);
      badLines.report(result.badLines);
      progress.show(tally.read);
      if (signal.aborted) break;
    }
  } catch (error) {
    // The reading was told to end in the middle.
    if (!(signal.aborted && (error as Error).name === "AbortError")) throw error;
  } finally {
    progress.stop();
    source.close();
  }
}

/** A few lines at a time: the batch before is being written, and its answers must not be kept waiting. */
async function* drafted(batches: AsyncIterable<Batch>, read: (batch: Batch) => ImportDrafts) {
  for await (const batch of batches) {
    const parts = [read({ lines: [], unreadable: batch.unreadable })];
    for (let start = 0; start < batch.lines.length; start += LINES_AT_A_TIME) {
      await setImmediate();
      parts.push(read({ lines: batch.lines.slice(start, start + LINES_AT_A_TIME), unreadable: [] }));
    }
    const [settings] = parts as [ImportDrafts];
    const drafts = parts.flatMap((part) => part.drafts);
    yield { batch, drafts: { ...settings, drafts, bad: parts.flatMap((part) => part.bad) } };
  }
}

/** A dry run remembers the masters that it would have added: later batches have members of them. */
function writing({ importAccounts }: UseCases, { dryRun = false }: ImportOptions) {
  if (!dryRun) return (drafts: ImportDrafts) => importAccounts.execute(drafts);
  const masters = new Set<string>();
  return async (drafts: ImportDrafts) => {
    const result = await importAccounts.rehearse(drafts, masters);
    if (result.kind === "BatchImported") for (const reference of result.masters) masters.add(reference);
    return result;
  };
}

async function conclude(tally: ImportTally, options: ImportOptions, interrupted: boolean): Promise<ExitCode> {
  const { dryRun = false } = options;
  await writeResult(options, { ...tally, dryRun, interrupted }, tally.words(dryRun));
  if (interrupted) {
    process.stderr.write(`Interrupted. ${wordsToGoOn(tally)}\n`);
    return EXIT.interrupted;
  }
  return tally.bad > 0 ? EXIT.refused : EXIT.done;
}

function wordsToGoOn({ lastLine, withoutReference }: ImportTally): string {
  const again =
    withoutReference === 0
      ? "Run the same command again to go on: accounts that are there are known by their references."
      : `${withoutReference} lines have no reference and would be added again: go on with a file that begins after line ${lastLine}.`;
  return `All up to line ${lastLine} is done. ${again}`;
}
