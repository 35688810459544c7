import type { AuthenticationRecord } from "../domain/authentication-record.js";
import type { AuthenticationSnapshot } from "../domain/authentication-snapshot.js";
import type { EnterpriseAccount } from "../domain/enterprise-account.js";
import type { NameSelection } from "../domain/sync-policy.js";
import type { Synchronization } from "../domain/synchronization.js";
import type { Caller } from "./caller.js";
import type { PageRequest } from "./page.js";
import type {
  AccountFilter,
  Authentications,
  ChangingAuthentications,
  ChangingEnterpriseAccounts,
  EnterpriseAccounts,
  GroupReference,
  IdempotencyKeys,
  MemberFilter,
  ReadStores,
  TakenKey,
  WriteStores,
} from "./stores.js";

/** The stores, as if there were no other groups than the caller's. */
export function readWithin({ groupIds }: Caller, stores: ReadStores): ReadStores {
  if (groupIds === null) return stores;
  const own = new OwnGroups(groupIds);
  return {
    accounts: new AccountsWithin(own, stores.accounts),
    authentications: new AuthenticationsWithin(own, stores.authentications),
  };
}

export function writeWithin(caller: Caller, stores: WriteStores): WriteStores {
  if (caller.groupIds === null) return stores;
  const own = new OwnGroups(caller.groupIds);
  return {
    accounts: new ChangingAccountsWithin(own, stores.accounts, caller),
    authentications: new ChangingAuthenticationsWithin(own, stores.authentications),
    idempotencyKeys: new KeysWithin(own, stores.idempotencyKeys),
  };
}

interface OfGroup {
  readonly groupId: string;
}

/** A group that is never there: what is asked about another's group is asked about this one, in as many statements. */
const NOBODYS = "00000000-0000-0000-0000-000000000000";

class OwnGroups {
  private readonly groupIds: Set<string>;

  constructor(groupIds: readonly string[]) {
    this.groupIds = new Set(groupIds);
  }

  get ids(): readonly string[] {
    return [...this.groupIds];
  }

  add(groupId: string): void {
    this.groupIds.add(groupId);
  }

  own(groupId: string): string {
    return this.groupIds.has(groupId) ? groupId : NOBODYS;
  }

  /** What is at hand was found in these stores, and so is of a group of its caller's. */
  assert(...things: readonly OfGroup[]): void {
    if (this.among(things).length < things.length) throw new Error("Something of another caller's group is at hand.");
  }

  among<T extends OfGroup>(things: readonly T[]): T[] {
    return things.filter(({ groupId }) => this.groupIds.has(groupId));
  }
}

class AccountsWithin implements EnterpriseAccounts {
  constructor(
    protected readonly groups: OwnGroups,
    private readonly all: EnterpriseAccounts,
  ) {}

  async find(id: string) {
    const account = await this.all.find(id);
    return account && (this.groups.among([account])[0] ?? null);
  }

  async findAll(ids: readonly string[]) {
    return this.groups.among(await this.all.findAll(ids));
  }

  async findAtRevision(id: string) {
    const found = await this.all.findAtRevision(id);
    return found && this.groups.among([found.value]).length > 0 ? found : null;
  }

  list(filter: AccountFilter, page: PageRequest) {
    return this.all.list({ ...filter, groupIds: this.groups.ids }, page);
  }

  membersOf(groupIds: readonly string[], filter: MemberFilter, page: PageRequest) {
    return this.all.membersOf(
      groupIds.map((id) => this.groups.own(id)),
      filter,
      page,
    );
  }

  revisionOf(groupId: string) {
    return this.all.revisionOf(this.groups.own(groupId));
  }

  revisionsOf(groupIds: readonly string[]) {
    return this.all.revisionsOf(groupIds.map((id) => this.groups.own(id)));
  }

  membersByOwnName(groupId: string, names: NameSelection | null, page: PageRequest) {
    return this.all.membersByOwnName(this.groups.own(groupId), names, page);
  }

  countByOwnName(groupId: string, nameKeys: readonly string[]) {
    return this.all.countByOwnName(this.groups.own(groupId), nameKeys);
  }

  bearersOf(references: readonly GroupReference[]) {
    return this.all.bearersOf(references.map((one) => ({ ...one, groupId: this.groups.own(one.groupId) })));
  }

  async mastersBearing(references: readonly string[]) {
    return this.groups.among(await this.all.mastersBearing(references));
  }
}

class ChangingAccountsWithin extends AccountsWithin implements ChangingEnterpriseAccounts {
  constructor(
    groups: OwnGroups,
    private readonly changing: ChangingEnterpriseAccounts,
    private readonly caller: Caller,
  ) {
    super(groups, changing);
  }

  lockGroupOf(accountId: string) {
    return this.changing.lockGroupOf(accountId, this.groups.ids);
  }

  lockGroups(ids: readonly string[]) {
    return this.changing.lockGroups(ids.map((id) => this.groups.own(id)));
  }

  /** A new master is a group that nobody has been granted yet. @throws Forbidden */
  async add(accounts: readonly EnterpriseAccount[]) {
    if (accounts.some(({ role }) => role === "MASTER")) this.caller.require("groups:create");
    this.groups.assert(...accounts.filter(({ role }) => role === "MEMBER"));
    return this.changing.add(accounts);
  }

  change(account: EnterpriseAccount) {
    this.groups.assert(account);
    return this.changing.change(account);
  }
}

class AuthenticationsWithin implements Authentications {
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

class ChangingAuthenticationsWithin extends AuthenticationsWithin implements ChangingAuthentications {
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

/** What an own request brought about is its caller's, for as long as it is repeated: also a group that was not granted since. */
class KeysWithin implements IdempotencyKeys {
  constructor(
    private readonly groups: OwnGroups,
    private readonly keys: IdempotencyKeys,
  ) {}

  async take(key: string, request: TakenKey & { readonly at: Date }) {
    const earlier = await this.keys.take(key, request);
    for (const id of earlier?.resultIds ?? []) this.groups.add(id);
    return earlier;
  }
}
