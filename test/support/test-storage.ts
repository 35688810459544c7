import type { DataSource } from "typeorm";
import type { Storage } from "../../src/application/unit-of-work.js";
import { dataSourceFor } from "../../src/infrastructure/storage/data-source.js";
import { TypeormStorage } from "../../src/infrastructure/storage/typeorm-unit-of-work.js";
import { DELETE_EVERYTHING } from "./delete-everything.js";
import { StatementCollector } from "./statement-collector.js";
import { createTestDatabase } from "./test-database.js";

/** A migrated database of its own. */
export interface TestStorage extends Storage {
  readonly dataSource: DataSource;
  readonly statements: StatementCollector;
  /** Deletes every row. */
  empty(): Promise<void>;
  close(): Promise<void>;
}

export async function openTestStorage(): Promise<TestStorage> {
  const database = await createTestDatabase();
  const statements = new StatementCollector();
  const dataSource = await dataSourceFor(database.url, statements).initialize();
  const storage = new TypeormStorage(dataSource, { preparedStatements: true });
  return {
    dataSource,
    unitOfWorkOf: (caller) => storage.unitOfWorkOf(caller),
    statements,
    empty: () => dataSource.query(DELETE_EVERYTHING),
    close: async () => {
      await dataSource.destroy();
      await database.drop();
    },
  };
}
