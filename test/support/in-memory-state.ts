import type { RecordedBy } from "../../src/application/caller.js";
import type { TakenKey } from "../../src/application/stores.js";
import type { AuthenticationRecord } from "../../src/domain/authentication-record.js";
import type { AuthenticationSnapshot } from "../../src/domain/authentication-snapshot.js";
import type { EnterpriseAccount } from "../../src/domain/enterprise-account.js";
import type { Synchronization } from "../../src/domain/synchronization.js";

/** An account by its own identity, as it is, and how it came to be so: a synchronization writes the latter two. */
export interface StoredAccount {
  readonly own: EnterpriseAccount;
  readonly current: EnterpriseAccount;
  /** Oldest first. */
  readonly history: readonly AuthenticationRecord[];
}

export interface StoredSynchronization {
  readonly synchronization: Synchronization;
  /** By their own identities. */
  readonly reached: readonly EnterpriseAccount[];
}

/** All that is stored, by id. What is in the maps never changes, so that a copy of the maps is a state of its own. */
export class InMemoryState {
  constructor(
    readonly accounts: Map<string, StoredAccount> = new Map(),
    readonly snapshots: Map<string, AuthenticationSnapshot> = new Map(),
    readonly synchronizations: Map<string, StoredSynchronization> = new Map(),
    /** By caller and key. */
    readonly takenKeys: Map<string, TakenKey & { readonly at: Date }> = new Map(),
    /** The revision of each group. */
    readonly revisions: Map<string, number> = new Map(),
    /** Who recorded each snapshot. */
    readonly recorders: Map<string, RecordedBy> = new Map(),
  ) {}

  copy(): InMemoryState {
    const { accounts, snapshots, synchronizations, takenKeys, revisions, recorders } = this;
    return new InMemoryState(
      new Map(accounts),
      new Map(snapshots),
      new Map(synchronizations),
      new Map(takenKeys),
      new Map(revisions),
      new Map(recorders),
    );
  }

  membersOf(groupId: string): StoredAccount[] {
    return [...this.accounts.values()].filter(({ own }) => own.masterId === groupId);
  }
}
