import type { Caller } from "./caller.js";
import type { ReadStores, WriteStores } from "./stores.js";

/** Where everything is kept. */
export interface Storage {
  /**
   * For one request of a caller: its idempotency keys are its own, and what it records says so. What it may reach is for
   * Access to say.
   */
  unitOfWorkOf(caller: Caller): UnitOfWork;
}

/**
 * Where transactions begin and end. Stores exist only as the argument of `work`, which may run more than once where another
 * transaction was in its way or a connection was lost, so that it must do nothing but ask them.
 * @throws StorageUnavailable where nothing can be read or written in time; nothing was written
 */
export interface UnitOfWork {
  /**
   * Runs `work` without a transaction: each question sees the state of its own moment; nothing can be written. For one
   * question, or where a revision tells that nothing has changed in between. A third of the round trips of `read`.
   */
  ask<T>(work: (stores: ReadStores) => Promise<T>): Promise<T>;

  /** Runs `work` on one consistent state; nothing can be written. */
  read<T>(work: (stores: ReadStores) => Promise<T>): Promise<T>;

  /**
   * Runs `work` whole or not at all: where it answers with a Refusal or throws, nothing is written.
   * @throws OutcomeUnknown
   */
  write<T>(work: (stores: WriteStores) => Promise<T>): Promise<T>;
}
