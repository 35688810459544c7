import { DataSource, type Logger } from "typeorm";
import { Accounts } from "../../../migrations/0001-accounts.js";
import { Synchronizations } from "../../../migrations/0002-synchronizations.js";
import { IdempotencyKeys } from "../../../migrations/0003-idempotency-keys.js";
import { References } from "../../../migrations/0004-references.js";
import { GroupClocks } from "../../../migrations/0005-group-clocks.js";
import { IdentityOrder } from "../../../migrations/0006-identity-order.js";
import { RecordedBy } from "../../../migrations/0007-recorded-by.js";
import { RowLevelSecurity } from "../../../migrations/0008-row-level-security.js";
import { ExpiredKeys } from "../../../migrations/0009-expired-keys.js";
import { StartupError } from "../startup-error.js";
import { MAPPINGS } from "./mappings.js";

/** Any number will do that nothing else in the database locks: the letters of "name". */
const MIGRATION_LOCK = 0x6e616d65;
/** How long a connection may take to be made, or to become free. */
const CONNECT_WITHIN_MS = 2_000;
/** A connection to a server that has gone without a word is found out while it is idle. */
const ASK_IF_ALIVE_AFTER_MS = 10_000;

export interface DataSourceOptions {
  /** Sees every statement. */
  readonly logger?: Logger | undefined;
  /** How many connections it has at most. */
  readonly connections?: number;
}

/** A data source on a PostgreSQL database, not yet connected. */
export function dataSourceFor(url: string, { logger, connections = 10 }: DataSourceOptions = {}): DataSource {
  return new DataSource({
    type: "postgres",
    url,
    entities: MAPPINGS,
    entitySkipConstructor: true,
    migrations: [
      Accounts,
      Synchronizations,
      IdempotencyKeys,
      References,
      GroupClocks,
      IdentityOrder,
      RecordedBy,
      RowLevelSecurity,
      ExpiredKeys,
    ],
    migrationsTransactionMode: "each",
    installExtensions: false,
    connectTimeoutMS: CONNECT_WITHIN_MS,
    poolSize: connections,
    // Whoever needs a connection that is lost meets it.
    poolErrorHandler: () => undefined,
    extra: { keepAlive: true, keepAliveInitialDelayMillis: ASK_IF_ALIVE_AFTER_MS },
    applicationName: "namesake",
    ...(logger ? { logger, logging: ["query"] } : { logging: false }),
  });
}

/** Connects, and brings the schema up to date. @throws StartupError where the database cannot be reached or used */
export async function connect(dataSource: DataSource): Promise<void> {
  await reach(dataSource);
  await migrate(dataSource);
}

/** Connects, and leaves the schema as it is. @throws StartupError where the database cannot be reached */
export async function reach(dataSource: DataSource): Promise<void> {
  try {
    await dataSource.initialize();
  } catch (error) {
    throw new StartupError(`The database cannot be reached (${reason(error)}); check DATABASE_URL.`, 1, {
      cause: error,
    });
  }
}

/**
 * Several replicas may start at once: one migrates, the others wait for it and find nothing left to do. Answers with the
 * names of the migrations that it ran.
 */
export async function migrate(dataSource: DataSource): Promise<string[]> {
  const lock = dataSource.createQueryRunner();
  try {
    await lock.query("START TRANSACTION");
    await lock.query("SELECT pg_advisory_xact_lock($1)", [MIGRATION_LOCK]);
    return (await dataSource.runMigrations()).map(({ name }) => name);
  } catch (error) {
    throw unusable(error) ?? error;
  } finally {
    // Nothing was written beside the lock, which goes with the transaction.
    await lock.query("ROLLBACK").catch(() => undefined);
    await lock.release();
  }
}

/** What an operator can mend, as opposed to a fault of a migration. */
const UNUSABLE = new Map([
  ["42501", "its user may not create what the service needs"],
  ["25006", "it is read-only"],
]);

function unusable(error: unknown): StartupError | null {
  const why = UNUSABLE.get(reason(error));
  return why === undefined ? null : new StartupError(`The database cannot be used: ${why}.`, 1, { cause: error });
}

/** The driver's own words, without the address and the password that the URL may hold. */
function reason(error: unknown): string {
  return typeof error === "object" && error !== null && "code" in error ? String(error.code) : "no answer";
}
