import { Refusal } from "../../src/application/refusals.js";
import type { IdempotencyKeys, ReadStores, WriteStores } from "../../src/application/stores.js";
import type { UnitOfWork } from "../../src/application/unit-of-work.js";
import { ChangingInMemoryAuthentications, InMemoryAuthentications } from "./in-memory-authentications.js";
import { ChangingInMemoryEnterpriseAccounts, InMemoryEnterpriseAccounts } from "./in-memory-enterprise-accounts.js";
import { InMemoryState } from "./in-memory-state.js";

/** A unit of work that keeps everything in memory: one change after the other, each on a copy that takes the place of what was. */
export class InMemoryUnitOfWork implements UnitOfWork {
  private state = new InMemoryState();
  private lastWrite: Promise<unknown> = Promise.resolve();

  ask<T>(work: (stores: ReadStores) => Promise<T>): Promise<T> {
    return this.read(work);
  }

  async read<T>(work: (stores: ReadStores) => Promise<T>): Promise<T> {
    return work({
      accounts: new InMemoryEnterpriseAccounts(this.state),
      authentications: new InMemoryAuthentications(this.state),
    });
  }

  write<T>(work: (stores: WriteStores) => Promise<T>): Promise<T> {
    const result = this.lastWrite.then(() => this.change(work));
    this.lastWrite = result.catch(() => undefined);
    return result;
  }

  private async change<T>(work: (stores: WriteStores) => Promise<T>): Promise<T> {
    const changed = this.state.copy();
    const result = await work({
      accounts: new ChangingInMemoryEnterpriseAccounts(changed),
      authentications: new ChangingInMemoryAuthentications(changed),
      idempotencyKeys: keysOf(changed),
    });
    if (!(result instanceof Refusal)) this.state = changed;
    return result;
  }
}

function keysOf({ takenKeys }: InMemoryState): IdempotencyKeys {
  return {
    take: async (key, { fingerprint, resultIds }) => {
      const earlier = takenKeys.get(key) ?? null;
      if (earlier === null) takenKeys.set(key, { fingerprint, resultIds });
      return earlier;
    },
  };
}
