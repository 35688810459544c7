import type { DataSource } from "typeorm";
import type { Storage } from "../../src/application/unit-of-work.js";
import { type Bounds, REQUEST_BOUNDS } from "../../src/infrastructure/storage/bounds.js";
import { dataSourceFor } from "../../src/infrastructure/storage/data-source.js";
import { TypeormStorage } from "../../src/infrastructure/storage/typeorm-storage.js";
import { DELETE_EVERYTHING } from "./delete-everything.js";
import { StatementCollector } from "./statement-collector.js";
import { asServiceRole, createTestDatabase } from "./test-database.js";

/** A migrated database of its own. */
export interface TestStorage extends Storage {
  /** Reaches everything. */
  readonly dataSource: DataSource;
  /** What the storage is on: by row level security, it reaches what a transaction names. */
  readonly served: DataSource;
  readonly heldToGroups: boolean;
  readonly statements: StatementCollector;
  /** Deletes every row. */
  empty(): Promise<void>;
  close(): Promise<void>;
}

/** A unit of work may be used for as long as a test takes. */
const BOUNDS: Bounds = { ...REQUEST_BOUNDS, request: 0 };

/** @param heldToGroups whether by row level security; all tests but those that spell out statements pass with it */
export async function openTestStorage({
  heldToGroups = process.env.TEST_ROW_LEVEL_SECURITY === "on",
  bounds = BOUNDS,
  connections = 10,
} = {}): Promise<TestStorage> {
  const database = await createTestDatabase();
  const statements = new StatementCollector();
  const dataSource = await dataSourceFor(database.url, {
    connections,
    logger: heldToGroups ? undefined : statements,
  }).initialize();
  const served = heldToGroups
    ? await dataSourceFor(asServiceRole(database.url), { connections, logger: statements }).initialize()
    : dataSource;
  const storage = new TypeormStorage(served, { preparedStatements: true, heldToGroups, bounds });
  return {
    dataSource,
    served,
    heldToGroups,
    unitOfWorkOf: (caller) => storage.unitOfWorkOf(caller),
    statements,
    empty: () => dataSource.query(DELETE_EVERYTHING),
    close: async () => {
      if (heldToGroups) await served.destroy();
      await dataSource.destroy();
      await database.drop();
    },
  };
}
