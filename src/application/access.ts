import type { Caller, Scope } from "./caller.js";
import type { ReadStores, WriteStores } from "./stores.js";
import type { Storage, UnitOfWork } from "./unit-of-work.js";
import { readWithin, writeWithin } from "./within-groups.js";

/**
 * The way of one caller to what is stored, and the only one that a use case has: each unit of work names the scope that it
 * takes, and reaches no other groups than the caller's.
 */
export class Access {
  private readonly unitOfWork: UnitOfWork;

  constructor(
    storage: Storage,
    private readonly caller: Caller,
  ) {
    this.unitOfWork = storage.unitOfWorkOf(caller);
  }

  /** As UnitOfWork.ask. @throws Forbidden */
  async ask<T>(scope: Scope, work: (stores: ReadStores) => Promise<T>): Promise<T> {
    this.caller.require(scope);
    return this.unitOfWork.ask((stores) => work(readWithin(this.caller, stores)));
  }

  /** As UnitOfWork.read. @throws Forbidden */
  async read<T>(scope: Scope, work: (stores: ReadStores) => Promise<T>): Promise<T> {
    this.caller.require(scope);
    return this.unitOfWork.read((stores) => work(readWithin(this.caller, stores)));
  }

  /** As UnitOfWork.write. @throws Forbidden */
  async write<T>(scope: Scope, work: (stores: WriteStores) => Promise<T>): Promise<T> {
    this.caller.require(scope);
    return this.unitOfWork.write((stores) => work(writeWithin(this.caller, stores)));
  }
}
