import { existsSync } from "node:fs";
import { join } from "node:path";
import type { DataSource } from "typeorm";
import { Access } from "../application/access.js";
import { Caller } from "../application/caller.js";
import { EmbeddedPostgres } from "../infrastructure/embedded-postgres/embedded-postgres.js";
import { systemEnvironment } from "../infrastructure/environment.js";
import { readSettings, type Settings } from "../infrastructure/settings.js";
import { StartupError } from "../infrastructure/startup-error.js";
import { COMMAND_BOUNDS } from "../infrastructure/storage/bounds.js";
import { dataSourceFor, migrate, reach } from "../infrastructure/storage/data-source.js";
import { pendingMigrations } from "../infrastructure/storage/pending-migrations.js";
import { isHeldToGroups } from "../infrastructure/storage/service-role.js";
import { TypeormStorage } from "../infrastructure/storage/typeorm-storage.js";
import { type UseCases, useCasesOn } from "../use-cases.js";

/** Works on the database that the settings name, connected, its schema as it is; an embedded one runs as long as it is needed. */
export async function withDatabase<T>(work: (dataSource: DataSource) => Promise<T>): Promise<T> {
  const settings = readSettings(process.env);
  if (settings.databaseUrl !== null) return withConnection(settings.databaseUrl, work);
  // A service on the same directory, or another command, may have started it, and then goes on using it.
  const postgres = await EmbeddedPostgres.start({ directory: settings.dataDirectory });
  try {
    return await withConnection(postgres.url, work);
  } finally {
    await postgres.stop();
  }
}

async function withConnection<T>(url: string, work: (dataSource: DataSource) => Promise<T>): Promise<T> {
  const dataSource = dataSourceFor(url);
  try {
    await reach(dataSource);
    return await work(dataSource);
  } finally {
    if (dataSource.isInitialized) await dataSource.destroy();
  }
}

/** Works with all that can be done. The embedded database is brought up to date; of another it is asked to be. */
export function withUseCases<T>(work: (useCases: UseCases) => Promise<T>): Promise<T> {
  return withDatabase(async (dataSource) => {
    const settings = readSettings(process.env);
    if (settings.databaseUrl === null) await migrate(dataSource);
    else await refuseOldSchema(dataSource);
    const heldToGroups = await isHeldToGroups(dataSource);
    const storage = new TypeormStorage(dataSource, { ...settings, heldToGroups, bounds: COMMAND_BOUNDS });
    const caller = Caller.operator({ subject: "command line", requestId: systemEnvironment.newId() });
    return work(useCasesOn(new Access(storage, caller), systemEnvironment));
  });
}

async function refuseOldSchema(dataSource: DataSource): Promise<void> {
  const pending = await pendingMigrations(dataSource);
  if (pending.length === 0) return;
  throw new StartupError(`The database lacks ${pending.length} migrations: run \`namesake migrate\` first.`);
}

/** Whether there is anything yet that could be looked at: an embedded server is made by its first start. */
export function isThereAnything({ databaseUrl, dataDirectory }: Settings): boolean {
  return databaseUrl !== null || existsSync(join(dataDirectory, "postgresql", "PG_VERSION"));
}
