import type { DataSource } from "typeorm";
import { dataSourceFor } from "../../src/infrastructure/storage/data-source.js";
import { TypeormUnitOfWork } from "../../src/infrastructure/storage/typeorm-unit-of-work.js";
import { DELETE_EVERYTHING } from "./delete-everything.js";
import { StatementCollector } from "./statement-collector.js";
import { createTestDatabase } from "./test-database.js";

/** A migrated database of its own, with a unit of work on it. */
export interface TestStorage {
  readonly dataSource: DataSource;
  readonly unitOfWork: TypeormUnitOfWork;
  readonly statements: StatementCollector;
  /** Deletes every row. */
  empty(): Promise<void>;
  close(): Promise<void>;
}

export async function openTestStorage(): Promise<TestStorage> {
  const database = await createTestDatabase();
  const statements = new StatementCollector();
  const dataSource = await dataSourceFor(database.url, statements).initialize();
  return {
    dataSource,
    unitOfWork: new TypeormUnitOfWork(dataSource, { preparedStatements: true }),
    statements,
    empty: () => dataSource.query(DELETE_EVERYTHING),
    close: async () => {
      await dataSource.destroy();
      await database.drop();
    },
  };
}
