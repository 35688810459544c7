import type { AuthenticationRecord } from "../domain/authentication-record.js";
import type { AuthenticationSnapshot } from "../domain/authentication-snapshot.js";
import type { AccountRole, AuthenticationStatus, EnterpriseAccount } from "../domain/enterprise-account.js";
import type { EnterpriseName } from "../domain/enterprise-name.js";
import type { NameSelection } from "../domain/sync-policy.js";
import type { Synchronization } from "../domain/synchronization.js";
import type { RecordedBy } from "./caller.js";
import type { Page, PageRequest } from "./page.js";

export interface MemberFilter {
  readonly authenticationStatus?: AuthenticationStatus | null;
  readonly enterpriseName?: EnterpriseName | null;
  readonly reference?: string | null;
}

export interface AccountFilter extends MemberFilter {
  readonly role?: AccountRole | null;
  /** Accounts of these groups only; null for every group. */
  readonly groupIds?: readonly string[] | null;
}

/** A reference, and the group that it is of. */
export interface GroupReference {
  readonly groupId: string;
  readonly reference: string;
}

/** What was read of a group, and the revision that it had then. */
export interface AtRevision<T> {
  readonly groupRevision: number;
  readonly value: T;
}

/** How many members bear one of the names that were asked for (null: none of them), by status. */
export interface NameCount {
  readonly nameKey: string | null;
  readonly status: AuthenticationStatus;
  readonly count: number;
}

/** Every account, as it is: a synchronized member with its master's name and authentication. */
export interface EnterpriseAccounts {
  /** Null for an id, or any other text, that names no account. */
  find(id: string): Promise<EnterpriseAccount | null>;

  /** In no particular order, without those that are not there. */
  findAll(ids: readonly string[]): Promise<EnterpriseAccount[]>;

  /** An account with the revision of its group, both of one state. */
  findAtRevision(id: string): Promise<AtRevision<EnterpriseAccount> | null>;

  /**
   * Newest first (position: id). Where a name or a status is asked for, which members may share: the newest group first,
   * and in each by name and by the revision of the identity, the last first (position: group, name key, revision, id).
   */
  list(filter: AccountFilter, page: PageRequest): Promise<Page<EnterpriseAccount>>;

  /**
   * A page of each group's members, in the order of the groups. Members in the order they joined (position: id) or, where
   * a name or a status is asked for, by the name of their own and the revision of it (position: name key, revision, id).
   */
  membersOf(groupIds: readonly string[], filter: MemberFilter, page: PageRequest): Promise<Page<EnterpriseAccount>[]>;

  /** The group's revision, from 1 on; 0 where there is no such group. */
  revisionOf(groupId: string): Promise<number>;

  /** The revisions of several groups, by id; without those that are not there. */
  revisionsOf(groupIds: readonly string[]): Promise<ReadonlyMap<string, number>>;

  /**
   * Members by the name and with the authentication of their own, whatever they share. In the order they joined
   * (position: id) or, where some names are meant, by name and the revision of it (position: name key, revision, id).
   */
  membersByOwnName(
    groupId: string,
    names: NameSelection | null,
    page: PageRequest,
  ): Promise<AtRevision<Page<EnterpriseAccount>>>;

  countByOwnName(groupId: string, nameKeys: readonly string[]): Promise<AtRevision<NameCount[]>>;

  /** The ids of the accounts that bear these references, in their order; null for a reference that is free. */
  bearersOf(references: readonly GroupReference[]): Promise<(string | null)[]>;

  /** The masters that bear these references, in no particular order: several groups may each have one. */
  mastersBearing(references: readonly string[]): Promise<EnterpriseAccount[]>;
}

/** A group that no other transaction can change until this one ends. */
export interface LockedGroup {
  readonly id: string;
  /** The revision that this change makes. */
  readonly revision: number;
  readonly hasMembers: boolean;
}

/** Owns every write to the accounts. */
export interface ChangingEnterpriseAccounts extends EnterpriseAccounts {
  /**
   * Locks the group of an account and takes its next revision; null where there is no such account. Comes first, always.
   * @param among the groups that there are; null for every group
   */
  lockGroupOf(accountId: string, among?: readonly string[] | null): Promise<LockedGroup | null>;

  /** Locks groups, in the order of their ids, and takes the next revision of each; without those that are not there. */
  lockGroups(ids: readonly string[]): Promise<LockedGroup[]>;

  /** Adds accounts, each with the authentication of its own, if it has one, as the first entry of its history. */
  add(accounts: readonly EnterpriseAccount[]): Promise<void>;

  /** Writes the account's own identity: name, authentication, revision. Not for a member that shares its master's. */
  change(account: EnterpriseAccount): Promise<void>;
}

/** Authentications: snapshots, what synchronizations reached, and each account's history of both. */
export interface Authentications {
  findSnapshots(ids: readonly string[]): Promise<AuthenticationSnapshot[]>;

  /** Who recorded each snapshot, in their order; null where that was not written down yet. */
  recordersOf(snapshots: readonly AuthenticationSnapshot[]): Promise<(RecordedBy | null)[]>;

  findSynchronizations(ids: readonly string[]): Promise<Synchronization[]>;

  /** The synchronization that carried each snapshot to members, in their order; null where it was carried to none. */
  findSynchronizationsOf(snapshots: readonly AuthenticationSnapshot[]): Promise<(Synchronization | null)[]>;

  /** A page of each account's history, in the order of the accounts; newest first; position: revision. */
  historyOf(accounts: readonly EnterpriseAccount[], page: PageRequest): Promise<Page<AuthenticationRecord>[]>;

  /** The members that a synchronization reached, as they were before it, by name and the revision of it; position: name key, revision, id. */
  reachedBy(synchronization: Synchronization, page: PageRequest): Promise<Page<EnterpriseAccount>>;

  countReachedBy(synchronization: Synchronization): Promise<number>;
}

export interface ChangingAuthentications extends Authentications {
  addSnapshot(snapshot: AuthenticationSnapshot): Promise<void>;

  /** @param record an authentication of the account's own: what is synchronized is derived, never written */
  addToHistory(record: AuthenticationRecord): Promise<void>;

  /** One row, however many members it reaches. */
  addSynchronization(synchronization: Synchronization): Promise<void>;
}

/** What became of the request that took an idempotency key first. */
export interface TakenKey {
  readonly fingerprint: string;
  readonly resultIds: readonly string[];
}

/** The keys that one caller takes. */
export interface IdempotencyKeys {
  /** Takes the key, or says who took it before. Waits for a transaction under way that has taken it. */
  take(key: string, request: TakenKey & { readonly at: Date }): Promise<TakenKey | null>;

  /**
   * Forgets keys that were taken before a time, whoever's they are, the oldest first. How many: 0 too where another
   * transaction is about it.
   */
  forget(before: Date, atMost: number): Promise<number>;
}

export interface ReadStores {
  readonly accounts: EnterpriseAccounts;
  readonly authentications: Authentications;
}

export interface WriteStores {
  readonly accounts: ChangingEnterpriseAccounts;
  readonly authentications: ChangingAuthentications;
  readonly idempotencyKeys: IdempotencyKeys;
}
