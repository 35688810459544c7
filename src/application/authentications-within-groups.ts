import type { AuthenticationRecord } from "../domain/authentication-record.js";
import type { AuthenticationSnapshot } from "../domain/authentication-snapshot.js";
import type { EnterpriseAccount } from "../domain/enterprise-account.js";
import type { Synchronization } from "../domain/synchronization.js";
import type { OwnGroups } from "./own-groups.js";
import type { PageRequest } from "./page.js";
import type { Authentications, ChangingAuthentications } from "./stores.js";

/** Authentications, as if there were no other groups than the caller's. */
export class AuthenticationsWithin implements Authentications {
  constructor(
    protected readonly groups: OwnGroups,
    private readonly all: Authentications,
  ) {}

  async findSnapshots(ids: readonly string[]) {
    return this.groups.among(await this.all.findSnapshots(ids));
  }

  async findSynchronizations(ids: readonly string[]) {
    return this.groups.among(await this.all.findSynchronizations(ids));
  }

  // What is at hand was found in these stores, or has just been added.
  findSynchronizationsOf(snapshots: readonly AuthenticationSnapshot[]) {
    return this.all.findSynchronizationsOf(snapshots);
  }

  recordersOf(snapshots: readonly AuthenticationSnapshot[]) {
    return this.all.recordersOf(snapshots);
  }

  historyOf(accounts: readonly EnterpriseAccount[], page: PageRequest) {
    return this.all.historyOf(accounts, page);
  }

  reachedBy(synchronization: Synchronization, page: PageRequest) {
    return this.all.reachedBy(synchronization, page);
  }

  countReachedBy(synchronization: Synchronization) {
    return this.all.countReachedBy(synchronization);
  }
}

export class ChangingAuthenticationsWithin extends AuthenticationsWithin implements ChangingAuthentications {
  constructor(
    groups: OwnGroups,
    private readonly changing: ChangingAuthentications,
  ) {
    super(groups, changing);
  }

  addSnapshot(snapshot: AuthenticationSnapshot) {
    this.groups.assert(snapshot);
    return this.changing.addSnapshot(snapshot);
  }

  addToHistory(record: AuthenticationRecord) {
    this.groups.assert(record.snapshot);
    return this.changing.addToHistory(record);
  }

  addSynchronization(synchronization: Synchronization) {
    this.groups.assert(synchronization);
    return this.changing.addSynchronization(synchronization);
  }
}
