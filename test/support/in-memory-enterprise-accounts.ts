import type { PageRequest } from "../../src/application/page.js";
import type {
  AccountFilter,
  ChangingEnterpriseAccounts,
  EnterpriseAccounts,
  GroupReference,
  LockedGroup,
  MemberFilter,
  NameCount,
} from "../../src/application/stores.js";
import { AuthenticationRecord } from "../../src/domain/authentication-record.js";
import type { EnterpriseAccount } from "../../src/domain/enterprise-account.js";
import type { NameSelection } from "../../src/domain/sync-policy.js";
import { BY_ID, type Order, pageOf } from "./in-memory-page.js";
import type { InMemoryState } from "./in-memory-state.js";

const BY_NAME: Order<EnterpriseAccount> = {
  kinds: ["key", "id"],
  position: ({ enterpriseName, id }) => [enterpriseName.key, id],
};

export class InMemoryEnterpriseAccounts implements EnterpriseAccounts {
  constructor(protected readonly state: InMemoryState) {}

  async find(id: string) {
    return this.state.accounts.get(id)?.current ?? null;
  }

  async findAll(ids: readonly string[]) {
    return [...new Set(ids)].flatMap((id) => this.state.accounts.get(id)?.current ?? []);
  }

  async list(filter: AccountFilter, request: PageRequest) {
    const listed = [...this.state.accounts.values()].map(({ current }) => current).filter(isAsAskedFor(filter));
    return pageOf(listed, request, { ...BY_ID, newestFirst: true });
  }

  async membersOf(groupIds: readonly string[], filter: MemberFilter, request: PageRequest) {
    return groupIds.map((groupId) => {
      const members = this.state.membersOf(groupId).map(({ current }) => current);
      return pageOf(members.filter(isAsAskedFor(filter)), request, BY_ID);
    });
  }

  async revisionOf(groupId: string) {
    const account = this.state.accounts.get(groupId)?.own;
    return account?.role === "MASTER" ? account.revision : 0;
  }

  async membersByOwnName(groupId: string, names: NameSelection | null, request: PageRequest) {
    const members = this.state.membersOf(groupId).map(({ own }) => own);
    if (names === null) return pageOf(members, request, BY_ID);

    const selected = members.filter((member) => names.nameKeys.includes(member.enterpriseName.key) === names.bearing);
    return pageOf(selected, request, names.bearing ? BY_ID : BY_NAME);
  }

  async countByOwnName(groupId: string, nameKeys: readonly string[]) {
    const counts = new Map<string, NameCount>();
    for (const { own } of this.state.membersOf(groupId)) {
      const nameKey = nameKeys.find((key) => key === own.enterpriseName.key) ?? null;
      const status = own.authenticationStatus;
      const kind = JSON.stringify([nameKey, status]);
      counts.set(kind, { nameKey, status, count: (counts.get(kind)?.count ?? 0) + 1 });
    }
    return [...counts.values()];
  }

  async bearersOf(references: readonly GroupReference[]) {
    const accounts = [...this.state.accounts.values()].map(({ own }) => own);
    return references.map(({ groupId, reference }) => {
      const bearer = accounts.find((account) => account.groupId === groupId && account.reference === reference);
      return bearer?.id ?? null;
    });
  }

  async mastersBearing(references: readonly string[]) {
    const accounts = [...this.state.accounts.values()].map(({ current }) => current);
    return accounts.filter(({ role, reference }) => role === "MASTER" && reference && references.includes(reference));
  }

  async hasMembers(groupId: string) {
    return this.state.membersOf(groupId).length > 0;
  }
}

export class ChangingInMemoryEnterpriseAccounts
  extends InMemoryEnterpriseAccounts
  implements ChangingEnterpriseAccounts
{
  async lockGroupOf(accountId: string): Promise<LockedGroup | null> {
    const account = await this.find(accountId);
    const master = account && (await this.find(account.groupId));
    if (!master) return null;

    const { id, enterpriseName, authentication } = master;
    const revision = master.revision + 1;
    await this.change(
      authentication ? master.authenticate(authentication, revision) : master.rename(enterpriseName, revision),
    );
    return { id, revision };
  }

  async lockGroups(ids: readonly string[]) {
    const locked: LockedGroup[] = [];
    for (const id of new Set(ids)) {
      const group = this.state.accounts.get(id)?.own.role === "MASTER" ? await this.lockGroupOf(id) : null;
      if (group) locked.push(group);
    }
    return locked;
  }

  async add(accounts: readonly EnterpriseAccount[]) {
    for (const account of accounts) {
      const { groupId, reference, authentication, revision } = account;
      const [bearer] = reference === null ? [] : await this.bearersOf([{ groupId, reference }]);
      if (bearer) throw new Error("Another account of the group bears this reference.");
      if (authentication !== null) this.state.snapshots.set(authentication.id, authentication);
      const history = authentication === null ? [] : [AuthenticationRecord.own(authentication, revision)];
      this.state.accounts.set(account.id, { own: account, current: account, history });
    }
  }

  async change(account: EnterpriseAccount) {
    const history = this.state.accounts.get(account.id)?.history;
    if (history === undefined) throw new Error("An account that is being changed is not there.");
    this.state.accounts.set(account.id, { own: account, current: account, history });
  }
}

function isAsAskedFor({ role, reference, enterpriseName, authenticationStatus }: AccountFilter & MemberFilter) {
  return (account: EnterpriseAccount) =>
    (role ?? account.role) === account.role &&
    (reference ?? account.reference) === account.reference &&
    (authenticationStatus ?? account.authenticationStatus) === account.authenticationStatus &&
    (enterpriseName ?? account.enterpriseName).equals(account.enterpriseName);
}
