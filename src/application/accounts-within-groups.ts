import type { EnterpriseAccount } from "../domain/enterprise-account.js";
import type { NameSelection } from "../domain/sync-policy.js";
import type { Caller } from "./caller.js";
import type { OwnGroups } from "./own-groups.js";
import type { PageRequest } from "./page.js";
import type {
  AccountFilter,
  ChangingEnterpriseAccounts,
  EnterpriseAccounts,
  GroupReference,
  MemberFilter,
} from "./stores.js";

/** Accounts, as if there were no other groups than the caller's. */
export class AccountsWithin implements EnterpriseAccounts {
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

export class ChangingAccountsWithin extends AccountsWithin implements ChangingEnterpriseAccounts {
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
