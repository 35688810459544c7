import type { Caller } from "../../src/application/caller.js";
import { Refusal } from "../../src/application/refusals.js";
import type { IdempotencyKeys, ReadStores, WriteStores } from "../../src/application/stores.js";
import type { Storage, UnitOfWork } from "../../src/application/unit-of-work.js";
import { ChangingInMemoryAuthentications, InMemoryAuthentications } from "./in-memory-authentications.js";
import { ChangingInMemoryEnterpriseAccounts, InMemoryEnterpriseAccounts } from "./in-memory-enterprise-accounts.js";
import { InMemoryState } from "./in-memory-state.js";

/** Everything in memory: one change after the other, each on a copy that takes the place of what was. */
export class InMemoryStorage implements Storage {
  private state = new InMemoryState();
  private lastWrite: Promise<unknown> = Promise.resolve();

  unitOfWorkOf(caller: Caller): UnitOfWork {
    return {
      ask: (work) => this.read(work),
      read: (work) => this.read(work),
      write: (work) => this.write(caller, work),
    };
  }

  private async read<T>(work: (stores: ReadStores) => Promise<T>): Promise<T> {
    return work({
      accounts: new InMemoryEnterpriseAccounts(this.state),
      authentications: new InMemoryAuthentications(this.state),
    });
  }

  private write<T>(caller: Caller, work: (stores: WriteStores) => Promise<T>): Promise<T> {
    const result = this.lastWrite.then(() => this.change(caller, work));
    this.lastWrite = result.catch(() => undefined);
    return result;
  }

  private async change<T>({ recordedBy }: Caller, work: (stores: WriteStores) => Promise<T>): Promise<T> {
    const changed = this.state.copy();
    const result = await work({
      accounts: new ChangingInMemoryEnterpriseAccounts(changed, recordedBy),
      authentications: new ChangingInMemoryAuthentications(changed, recordedBy),
      idempotencyKeys: keysOf(changed, recordedBy.subject),
    });
    if (!(result instanceof Refusal)) this.state = changed;
    return result;
  }
}

function keysOf({ takenKeys }: InMemoryState, subject: string): IdempotencyKeys {
  return {
    take: async (key, { fingerprint, resultIds, at }) => {
      const own = JSON.stringify([subject, key]);
      const earlier = takenKeys.get(own) ?? null;
      if (earlier === null) takenKeys.set(own, { fingerprint, resultIds, at });
      return earlier && { fingerprint: earlier.fingerprint, resultIds: earlier.resultIds };
    },
    forget: async (before, atMost) => {
      const oldest = [...takenKeys]
        .filter(([, { at }]) => at < before)
        .sort(([, one], [, other]) => +one.at - +other.at);
      const forgotten = oldest.slice(0, atMost);
      for (const [own] of forgotten) takenKeys.delete(own);
      return forgotten.length;
    },
  };
}
