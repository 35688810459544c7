import { readSettings } from "../infrastructure/settings.js";
import { dataSourceFor, migrate } from "../infrastructure/storage/data-source.js";
import { pendingMigrations } from "../infrastructure/storage/pending-migrations.js";
import { grantTo } from "../infrastructure/storage/service-role.js";
import { isThereAnything, withDatabase } from "./database.js";
import { EXIT, type ExitCode } from "./exit-codes.js";
import { type Format, writeResult } from "./output.js";

export interface MigrateOptions extends Format {
  readonly check?: boolean;
  readonly grantTo?: string;
}

/** Brings the schema up to date; with `check` only says whether it is, and writes nothing. */
export async function migrateSchema({ check, grantTo: role, ...format }: MigrateOptions): Promise<ExitCode> {
  if (check) {
    const pending = await pendingNow();
    const words = pending.length === 0 ? "The schema is up to date." : `Pending: ${pending.join(", ")}`;
    await writeResult(format, { pending }, words);
    return pending.length === 0 ? EXIT.done : EXIT.refused;
  }
  const migrations = await withDatabase(async (dataSource) => {
    const done = await migrate(dataSource);
    if (role !== undefined) await grantTo(dataSource, role);
    return done;
  });
  const words = migrations.length === 0 ? "nothing was pending" : `ran ${migrations.join(", ")}`;
  await writeResult(format, { migrations }, `The schema is up to date: ${words}.`);
  return EXIT.done;
}

async function pendingNow(): Promise<string[]> {
  if (isThereAnything(readSettings(process.env))) return withDatabase(pendingMigrations);
  return allMigrations();
}

function allMigrations(): string[] {
  const { migrations } = dataSourceFor("postgres://").options;
  return (migrations as (new () => { name: string })[]).map((Migration) => new Migration().name);
}
