import { createReadStream, existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { from } from "pg-copy-streams";
import { connect, type ScratchDatabase } from "../database/database.js";
import { registerMaster, settle } from "../database/groups.js";
import { progress } from "../harness/progress.js";
import { type Contender, interleave, median, timed } from "../harness/rounds.js";
import { startService } from "../service/service.js";
import { type CliRun, runCli } from "./cli-run.js";
import { COPY_COLUMNS, writeCopyFile, writeImportFile } from "./import-files.js";

/** Members that come from a file and go to one: medians over the rounds; peaks over all of them, null where not told. */
export interface ImportMeasured {
  readonly rows: number;
  readonly importRowsPerSecond: number;
  readonly copyRowsPerSecond: number;
  readonly exportRowsPerSecond: number;
  readonly importPeakBytes: number | null;
  readonly exportPeakBytes: number | null;
}

interface Plan {
  /** The command line, as a script for node. */
  readonly cli: string;
  readonly rows: number;
  readonly rounds: number;
}

interface Run extends CliRun {
  readonly exported?: CliRun;
}

/** How fast the command line imports members, beside COPY of the same rows; null where there is no command line. */
export async function measureImport(database: ScratchDatabase, plan: Plan): Promise<ImportMeasured | null> {
  if (!existsSync(plan.cli)) {
    progress(`import: skipped, since there is no ${plan.cli}; --cli names another`);
    return null;
  }
  const folder = await mkdtemp(join(tmpdir(), "namesake-bench-import-"));
  try {
    return await measureIn(folder, database, plan);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function measureIn(folder: string, database: ScratchDatabase, plan: Plan): Promise<ImportMeasured> {
  const { url: template, masterId } = await emptyGroup(database);
  const [importFile, copyFile] = [join(folder, "members.csv"), join(folder, "members.copy")];
  progress(`import: files of ${plan.rows.toLocaleString("en")} members are written`);
  await writeImportFile(importFile, plan.rows);
  await writeCopyFile(copyFile, plan.rows, masterId);

  const cli = (url: string, ...parameters: string[]) => runCli(plan.cli, url, [...parameters, "--master", masterId]);
  const onFreshCopy = async (run: (url: string) => Promise<Run>): Promise<Run> => {
    const url = await database.copyOf(template);
    const result = await run(url);
    await mustHold(url, plan.rows);
    await database.drop(url);
    return result;
  };
  const importing = async (url: string): Promise<Run> => {
    const imported = await cli(url, "import", importFile);
    const exported = await cli(url, "export");
    return { ...imported, exported };
  };
  const [imports, copies] = await interleave<Run, Contender<Run>>(
    [
      { name: "import by the command line", run: () => onFreshCopy(importing) },
      { name: "COPY", run: () => onFreshCopy((url) => copyInto(url, copyFile)) },
    ],
    plan.rounds,
  );
  await database.drop(template);
  return summary(plan.rows, imports?.measured ?? [], copies?.measured ?? []);
}

/** A database with a master in it, to be copied. */
async function emptyGroup(database: ScratchDatabase): Promise<{ url: string; masterId: string }> {
  const url = await database.another();
  const service = await startService(url);
  const masterId = await registerMaster(service.url);
  await service.stop();
  const client = await connect(url);
  await settle(client);
  await client.end();
  return { url, masterId };
}

async function copyInto(url: string, file: string): Promise<Run> {
  const client = await connect(url);
  const stream = client.query(from(`COPY enterprise_accounts (${COPY_COLUMNS.join(", ")}) FROM STDIN`));
  const ms = await timed(() => pipeline(createReadStream(file), stream));
  await client.end();
  return { ms, peakBytes: null };
}

async function mustHold(url: string, rows: number): Promise<void> {
  const client = await connect(url);
  const { rows: counted } = await client.query(
    "SELECT count(*)::integer AS members FROM enterprise_accounts WHERE id <> group_id",
  );
  await client.end();
  if (counted[0].members !== rows) throw new Error(`${counted[0].members} members are there instead of ${rows}.`);
}

function summary(rows: number, imports: readonly Run[], copies: readonly Run[]): ImportMeasured {
  const perSecond = (runs: readonly { ms: number }[]) => (rows / median(runs.map(({ ms }) => ms))) * 1_000;
  const exports = imports.flatMap(({ exported }) => exported ?? []);
  return {
    rows,
    importRowsPerSecond: perSecond(imports),
    copyRowsPerSecond: perSecond(copies),
    exportRowsPerSecond: perSecond(exports),
    importPeakBytes: peakOf(imports),
    exportPeakBytes: peakOf(exports),
  };
}

function peakOf(runs: readonly { peakBytes: number | null }[]): number | null {
  const peaks = runs.flatMap(({ peakBytes }) => peakBytes ?? []);
  return peaks.length > 0 ? Math.max(...peaks) : null;
}
