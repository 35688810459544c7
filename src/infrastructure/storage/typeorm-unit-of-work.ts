import type { DataSource, QueryRunner } from "typeorm";
import { Refusal } from "../../application/refusals.js";
import type { ReadStores, WriteStores } from "../../application/stores.js";
import type { UnitOfWork } from "../../application/unit-of-work.js";
import { hasCode } from "../has-code.js";
import { MappedRows } from "./mapped-rows.js";
import { TypeormAuthentications } from "./typeorm-authentications.js";
import { TypeormEnterpriseAccounts } from "./typeorm-enterprise-accounts.js";
import { TypeormIdempotencyKeys } from "./typeorm-idempotency-keys.js";

const READ = "START TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY";

/** The group's lock comes before anything that is read, and each statement after it sees all that came before the lock. */
const WRITE = "START TRANSACTION ISOLATION LEVEL READ COMMITTED READ WRITE";

/** serialization_failure and deadlock_detected: another transaction was in the way, and nothing was written. */
const CONFLICTS = ["40001", "40P01"];
const ATTEMPTS = 5;

/** Transactions on a pool of PostgreSQL connections. */
export class TypeormUnitOfWork implements UnitOfWork {
  private readonly rows: MappedRows;

  constructor(private readonly dataSource: DataSource) {
    this.rows = new MappedRows(dataSource);
  }

  read<T>(work: (stores: ReadStores) => Promise<T>): Promise<T> {
    return this.transaction(READ, (queryRunner) => work(this.storesOn(queryRunner)));
  }

  async write<T>(work: (stores: WriteStores) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.transaction(WRITE, (queryRunner) => work(this.storesOn(queryRunner)));
      } catch (error) {
        if (attempt === ATTEMPTS || !hasCode(error, ...CONFLICTS)) throw error;
      }
    }
  }

  private async transaction<T>(begin: string, work: (queryRunner: QueryRunner) => Promise<T>): Promise<T> {
    const queryRunner = this.dataSource.createQueryRunner();
    try {
      await queryRunner.query(begin);
      const result = await work(queryRunner);
      await queryRunner.query(result instanceof Refusal ? "ROLLBACK" : "COMMIT");
      return result;
    } catch (error) {
      // Where the connection itself is lost this fails too, and the server rolls back by itself.
      await queryRunner.query("ROLLBACK").catch(() => undefined);
      throw error;
    } finally {
      await queryRunner.release();
    }
  }

  private storesOn(queryRunner: QueryRunner): WriteStores {
    return {
      accounts: new TypeormEnterpriseAccounts(queryRunner, this.rows),
      authentications: new TypeormAuthentications(queryRunner, this.rows),
      idempotencyKeys: new TypeormIdempotencyKeys(queryRunner),
    };
  }
}
