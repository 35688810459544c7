import type { DataSource } from "typeorm";
import type { Caller } from "../../application/caller.js";
import { OutcomeUnknown } from "../../application/outcome-unknown.js";
import { Refusal } from "../../application/refusals.js";
import { StorageUnavailable } from "../../application/storage-unavailable.js";
import type { ReadStores, WriteStores } from "../../application/stores.js";
import type { UnitOfWork } from "../../application/unit-of-work.js";
import { ConnectionLost } from "./connection-lost.js";
import { Deadline } from "./deadline.js";
import { isConflict, isOutage } from "./failures.js";
import type { MappedRows } from "./mapped-rows.js";
import { Session, type SessionOptions } from "./session.js";
import { TypeormAuthentications } from "./typeorm-authentications.js";
import { TypeormEnterpriseAccounts } from "./typeorm-enterprise-accounts.js";
import { TypeormIdempotencyKeys } from "./typeorm-idempotency-keys.js";

const ASK = "START TRANSACTION ISOLATION LEVEL READ COMMITTED READ ONLY";

const READ = "START TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY";

/** The group's lock comes before anything that is read, and each statement after it sees all that came before the lock. */
const WRITE = "START TRANSACTION ISOLATION LEVEL READ COMMITTED READ WRITE";

const ATTEMPTS = 5;

/** Transactions on a pool of PostgreSQL connections, for one request: their bounds count from its making on. */
export class TypeormUnitOfWork implements UnitOfWork {
  private readonly deadline: Deadline;

  constructor(
    private readonly dataSource: DataSource,
    private readonly mapped: MappedRows,
    private readonly caller: Caller,
    private readonly options: SessionOptions,
  ) {
    this.deadline = Deadline.in(options.bounds.request);
  }

  /** Where the groups have to be named, that takes a transaction, since they are named for its length. */
  ask<T>(work: (stores: ReadStores) => Promise<T>): Promise<T> {
    if (this.options.heldToGroups) return this.attempted(() => this.transaction(ASK, work));
    return this.attempted(() => this.session((session) => work(this.storesOn(session))));
  }

  read<T>(work: (stores: ReadStores) => Promise<T>): Promise<T> {
    return this.attempted(() => this.transaction(READ, work));
  }

  write<T>(work: (stores: WriteStores) => Promise<T>): Promise<T> {
    return this.attempted(() => this.transaction(WRITE, work));
  }

  /** Again where another transaction was in the way or the connection was lost, since then nothing was written. */
  private async attempted<T>(once: () => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await once();
      } catch (error) {
        const isPassing = isConflict(error) || error instanceof ConnectionLost;
        if (isPassing && attempt < ATTEMPTS && !this.deadline.isOver) continue;
        if (isConflict(error) || isOutage(error)) {
          throw new StorageUnavailable("The database could not do it in time.", { cause: error });
        }
        throw error;
      }
    }
  }

  private transaction<T>(begin: string, work: (stores: WriteStores) => Promise<T>): Promise<T> {
    return this.session(async (session) => {
      await session.begin(begin);
      const result = await work(this.storesOn(session));
      if (begin === WRITE && !(result instanceof Refusal)) await session.commit();
      else await session.rollBack();
      return result;
    });
  }

  private async session<T>(work: (session: Session) => Promise<T>): Promise<T> {
    const { caller, deadline } = this;
    const session = await Session.open(this.dataSource, { caller, deadline }, this.options);
    try {
      return await work(session);
    } catch (error) {
      if (await session.rollBack()) throw error;
      throw session.isInDoubt ? new OutcomeUnknown({ cause: error }) : new ConnectionLost({ cause: error });
    } finally {
      session.close();
    }
  }

  private storesOn(session: Session): WriteStores {
    const { recordedBy } = this.caller;
    return {
      accounts: new TypeormEnterpriseAccounts(session, this.mapped, recordedBy),
      authentications: new TypeormAuthentications(session, this.mapped, recordedBy),
      idempotencyKeys: new TypeormIdempotencyKeys(session, recordedBy.subject),
    };
  }
}
