import type { DataSource } from "typeorm";
import type { Caller } from "../../application/caller.js";
import { Refusal } from "../../application/refusals.js";
import type { ReadStores, WriteStores } from "../../application/stores.js";
import type { UnitOfWork } from "../../application/unit-of-work.js";
import { hasCode } from "../has-code.js";
import type { MappedRows } from "./mapped-rows.js";
import { Session, type SessionOptions } from "./session.js";
import { TypeormAuthentications } from "./typeorm-authentications.js";
import { TypeormEnterpriseAccounts } from "./typeorm-enterprise-accounts.js";
import { TypeormIdempotencyKeys } from "./typeorm-idempotency-keys.js";

const ASK = "START TRANSACTION ISOLATION LEVEL READ COMMITTED READ ONLY";

const READ = "START TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY";

/** The group's lock comes before anything that is read, and each statement after it sees all that came before the lock. */
const WRITE = "START TRANSACTION ISOLATION LEVEL READ COMMITTED READ WRITE";

/** serialization_failure and deadlock_detected: another transaction was in the way, and nothing was written. */
const CONFLICTS = ["40001", "40P01"];
const ATTEMPTS = 5;

/** Transactions on a pool of PostgreSQL connections. */
export class TypeormUnitOfWork implements UnitOfWork {
  constructor(
    private readonly dataSource: DataSource,
    private readonly rows: MappedRows,
    private readonly caller: Caller,
    private readonly options: SessionOptions,
  ) {}

  /** Where the groups have to be named, that takes a transaction, since they are named for its length. */
  ask<T>(work: (stores: ReadStores) => Promise<T>): Promise<T> {
    if (this.options.heldToGroups) return this.transaction(ASK, (stores) => work(stores));
    return this.session((session) => work(this.storesOn(session)));
  }

  read<T>(work: (stores: ReadStores) => Promise<T>): Promise<T> {
    return this.transaction(READ, (stores) => work(stores));
  }

  async write<T>(work: (stores: WriteStores) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.transaction(WRITE, work);
      } catch (error) {
        if (attempt === ATTEMPTS || !hasCode(error, ...CONFLICTS)) throw error;
      }
    }
  }

  private transaction<T>(begin: string, work: (stores: WriteStores) => Promise<T>): Promise<T> {
    return this.session(async (session) => {
      try {
        await session.begin(begin);
        const result = await work(this.storesOn(session));
        await session.rows(result instanceof Refusal ? "ROLLBACK" : "COMMIT");
        return result;
      } catch (error) {
        // Where the connection itself is lost this fails too, and the server rolls back by itself.
        await session.rows("ROLLBACK").catch(() => undefined);
        throw error;
      }
    });
  }

  private async session<T>(work: (session: Session) => Promise<T>): Promise<T> {
    const session = await Session.open(this.dataSource, this.caller, this.options);
    try {
      return await work(session);
    } finally {
      await session.close();
    }
  }

  private storesOn(session: Session): WriteStores {
    const { recordedBy } = this.caller;
    return {
      accounts: new TypeormEnterpriseAccounts(session, this.rows, recordedBy),
      authentications: new TypeormAuthentications(session, this.rows, recordedBy),
      idempotencyKeys: new TypeormIdempotencyKeys(session, recordedBy.subject),
    };
  }
}
