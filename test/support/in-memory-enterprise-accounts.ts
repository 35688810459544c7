import type { RecordedBy } from "../../src/application/caller.js";
import { mapPage, type Page, type PageRequest } from "../../src/application/page.js";
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
import { type Order, pageOf } from "./in-memory-page.js";
import type { InMemoryState, StoredAccount } from "./in-memory-state.js";

/** By the name of its own, and the revision that gave it the name. */
const kinds = ["key", "revision", "id"] as const;
const positionInGroup = ({ own }: StoredAccount) => [own.enterpriseName.key, own.revision, own.id];
const BY_PLACE: Order<StoredAccount> = { kinds, position: positionInGroup };
const NEWEST_GROUP_FIRST: Order<StoredAccount> = {
  kinds: ["id", ...kinds],
  position: (account) => [account.own.groupId, ...positionInGroup(account)],
  newestFirst: true,
};
/** In the order of joining. */
const JOINED: Order<StoredAccount> = { kinds: ["id"], position: ({ own }) => [own.id] };

export class InMemoryEnterpriseAccounts implements EnterpriseAccounts {
  constructor(protected readonly state: InMemoryState) {}

  async find(id: string) {
    return this.state.accounts.get(id)?.current ?? null;
  }

  async findAll(ids: readonly string[]) {
    return [...new Set(ids)].flatMap((id) => this.state.accounts.get(id)?.current ?? []);
  }

  async findAtRevision(id: string) {
    const account = await this.find(id);
    return account && { value: account, groupRevision: await this.revisionOf(account.groupId) };
  }

  async list(filter: AccountFilter, request: PageRequest) {
    const listed = [...this.state.accounts.values()].filter(isAsAskedFor(filter));
    const byGroup = asksForShared(filter) && filter.role !== "MASTER";
    return as("current", pageOf(listed, request, byGroup ? NEWEST_GROUP_FIRST : { ...JOINED, newestFirst: true }));
  }

  async membersOf(groupIds: readonly string[], filter: MemberFilter, request: PageRequest) {
    return groupIds.map((groupId) => {
      const members = this.state.membersOf(groupId).filter(isAsAskedFor(filter));
      return as("current", pageOf(members, request, asksForShared(filter) ? BY_PLACE : JOINED));
    });
  }

  async revisionOf(groupId: string) {
    return this.state.revisions.get(groupId) ?? 0;
  }

  async revisionsOf(groupIds: readonly string[]) {
    return new Map([...this.state.revisions].filter(([id]) => groupIds.includes(id)));
  }

  async membersByOwnName(groupId: string, names: NameSelection | null, request: PageRequest) {
    const members = this.state.membersOf(groupId);
    const groupRevision = await this.revisionOf(groupId);
    if (names === null) return { groupRevision, value: as("own", pageOf(members, request, JOINED)) };

    const selected = members.filter(({ own }) => names.nameKeys.includes(own.enterpriseName.key) === names.bearing);
    return { groupRevision, value: as("own", pageOf(selected, request, BY_PLACE)) };
  }

  async countByOwnName(groupId: string, nameKeys: readonly string[]) {
    const counts = new Map<string, NameCount>();
    for (const { own } of this.state.membersOf(groupId)) {
      const nameKey = nameKeys.find((key) => key === own.enterpriseName.key) ?? null;
      const status = own.authenticationStatus;
      const kind = JSON.stringify([nameKey, status]);
      counts.set(kind, { nameKey, status, count: (counts.get(kind)?.count ?? 0) + 1 });
    }
    return { groupRevision: await this.revisionOf(groupId), value: [...counts.values()] };
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
}

export class ChangingInMemoryEnterpriseAccounts
  extends InMemoryEnterpriseAccounts
  implements ChangingEnterpriseAccounts
{
  constructor(
    state: InMemoryState,
    private readonly recordedBy: RecordedBy,
  ) {
    super(state);
  }

  async lockGroupOf(accountId: string, among: readonly string[] | null = null): Promise<LockedGroup | null> {
    const account = await this.find(accountId);
    if (account === null || among?.includes(account.groupId) === false) return null;
    const { groupId } = account;
    const revision = (await this.revisionOf(groupId)) + 1;
    this.state.revisions.set(groupId, revision);
    return { id: groupId, revision, hasMembers: this.state.membersOf(groupId).length > 0 };
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
      const { id, groupId, role, reference, authentication, revision } = account;
      const [bearer] = reference === null ? [] : await this.bearersOf([{ groupId, reference }]);
      if (bearer) throw new Error("Another account of the group bears this reference.");
      if (role === "MASTER") this.state.revisions.set(id, revision);
      if (authentication !== null) {
        this.state.snapshots.set(authentication.id, authentication);
        this.state.recorders.set(authentication.id, this.recordedBy);
      }
      const history = authentication === null ? [] : [AuthenticationRecord.own(authentication, revision)];
      this.state.accounts.set(id, { own: account, current: account, history });
    }
  }

  async change(account: EnterpriseAccount) {
    const history = this.state.accounts.get(account.id)?.history;
    if (history === undefined) throw new Error("An account that is being changed is not there.");
    this.state.accounts.set(account.id, { own: account, current: account, history });
  }
}

function isAsAskedFor({ role, reference, enterpriseName, authenticationStatus, groupIds }: AccountFilter) {
  return ({ current }: StoredAccount) =>
    groupIds?.includes(current.groupId) !== false &&
    (role ?? current.role) === current.role &&
    (reference ?? current.reference) === current.reference &&
    (authenticationStatus ?? current.authenticationStatus) === current.authenticationStatus &&
    (enterpriseName ?? current.enterpriseName).equals(current.enterpriseName);
}

/** What decides how a list is ordered. */
function asksForShared({ reference, enterpriseName, authenticationStatus }: AccountFilter) {
  return reference == null && (enterpriseName != null || authenticationStatus != null);
}

function as(side: "own" | "current", page: Page<StoredAccount>): Page<EnterpriseAccount> {
  return mapPage(page, (account) => account[side]);
}
