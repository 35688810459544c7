import type { RecordedBy } from "../../src/application/caller.js";
import type { PageRequest } from "../../src/application/page.js";
import type { Authentications, ChangingAuthentications } from "../../src/application/stores.js";
import { AuthenticationRecord } from "../../src/domain/authentication-record.js";
import type { AuthenticationSnapshot } from "../../src/domain/authentication-snapshot.js";
import type { EnterpriseAccount } from "../../src/domain/enterprise-account.js";
import type { Synchronization } from "../../src/domain/synchronization.js";
import { type Order, pageOf } from "./in-memory-page.js";
import type { InMemoryState } from "./in-memory-state.js";

const NEWEST_FIRST: Order<AuthenticationRecord> = {
  kinds: ["revision"],
  position: ({ revision }) => [revision],
  newestFirst: true,
};

const BY_NAME: Order<EnterpriseAccount> = {
  kinds: ["key", "revision", "id"],
  position: ({ enterpriseName, revision, id }) => [enterpriseName.key, revision, id],
};

export class InMemoryAuthentications implements Authentications {
  constructor(protected readonly state: InMemoryState) {}

  async findSnapshots(ids: readonly string[]) {
    return [...new Set(ids)].flatMap((id) => this.state.snapshots.get(id) ?? []);
  }

  async recordersOf(snapshots: readonly AuthenticationSnapshot[]) {
    return snapshots.map(({ id }) => this.state.recorders.get(id) ?? null);
  }

  async findSynchronizations(ids: readonly string[]) {
    return [...new Set(ids)].flatMap((id) => this.state.synchronizations.get(id)?.synchronization ?? []);
  }

  async findSynchronizationsOf(snapshots: readonly AuthenticationSnapshot[]) {
    const stored = [...this.state.synchronizations.values()].map(({ synchronization }) => synchronization);
    return snapshots.map(({ id }) => stored.find(({ snapshot }) => snapshot.id === id) ?? null);
  }

  async historyOf(accounts: readonly EnterpriseAccount[], request: PageRequest) {
    return accounts.map(({ id }) => {
      const history = this.state.accounts.get(id)?.history ?? [];
      return pageOf(history, request, NEWEST_FIRST);
    });
  }

  async reachedBy({ id }: Synchronization, request: PageRequest) {
    const reached = this.state.synchronizations.get(id)?.reached ?? [];
    return pageOf(reached, request, BY_NAME);
  }

  async countReachedBy({ id }: Synchronization) {
    return this.state.synchronizations.get(id)?.reached.length ?? 0;
  }
}

export class ChangingInMemoryAuthentications extends InMemoryAuthentications implements ChangingAuthentications {
  constructor(
    state: InMemoryState,
    private readonly recordedBy: RecordedBy,
  ) {
    super(state);
  }

  async addSnapshot(snapshot: AuthenticationSnapshot) {
    this.state.snapshots.set(snapshot.id, snapshot);
    this.state.recorders.set(snapshot.id, this.recordedBy);
  }

  async addToHistory(record: AuthenticationRecord) {
    this.addRecord(record.snapshot.accountId, record);
  }

  /** Into every member that it reaches, there and then. */
  async addSynchronization(synchronization: Synchronization) {
    const { id, groupId, snapshot, nameKeys } = synchronization;
    const members = this.state.membersOf(groupId).map(({ own }) => own);
    const reached = members.filter(({ enterpriseName }) => nameKeys.includes(enterpriseName.key));
    this.state.synchronizations.set(id, { synchronization, reached });
    for (const member of reached) {
      const record = AuthenticationRecord.synchronized(synchronization, member.enterpriseName.key);
      this.addRecord(member.id, record, member.synchronize(snapshot));
    }
  }

  private addRecord(accountId: string, record: AuthenticationRecord, synchronized?: EnterpriseAccount) {
    const account = this.state.accounts.get(accountId);
    if (account === undefined) throw new Error("There is no account for this record.");
    const { own, current, history } = account;
    this.state.accounts.set(accountId, { own, current: synchronized ?? current, history: [...history, record] });
  }
}
