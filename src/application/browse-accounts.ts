import type { AuthenticationRecord } from "../domain/authentication-record.js";
import type { AuthenticationSnapshot } from "../domain/authentication-snapshot.js";
import type { EnterpriseAccount } from "../domain/enterprise-account.js";
import type { MemberDecision } from "../domain/member-decision.js";
import type { Synchronization } from "../domain/synchronization.js";
import type { Access } from "./access.js";
import type { RecordedBy } from "./caller.js";
import { mapPage, type Page, type PageRequest } from "./page.js";
import type { AccountFilter, MemberFilter, ReadStores } from "./stores.js";

/** What has an id of its own. */
export type Thing = EnterpriseAccount | AuthenticationSnapshot | Synchronization;

/** Reads accounts, what authenticated them, and what was carried to members. Each method reads one state of everything. */
export class BrowseAccounts {
  constructor(private readonly access: Access) {}

  accounts(ids: readonly string[]): Promise<EnterpriseAccount[]> {
    return this.access.ask("accounts:read", ({ accounts }) => accounts.findAll(ids));
  }

  /** What bears each of these ids, whatever it is; null for an id of nothing. Mostly accounts are asked for, so they come first. */
  things(ids: readonly string[]): Promise<(Thing | null)[]> {
    return this.access.ask("accounts:read", async ({ accounts, authentications }) => {
      const found = new Map<string, Thing>();
      const look = async (find: (ids: readonly string[]) => Promise<Thing[]>) => {
        const missing = ids.filter((id) => !found.has(id));
        if (missing.length > 0) for (const thing of await find(missing)) found.set(thing.id, thing);
      };
      await look((missing) => accounts.findAll(missing));
      await look((missing) => authentications.findSnapshots(missing));
      await look((missing) => authentications.findSynchronizations(missing));
      return ids.map((id) => found.get(id) ?? null);
    });
  }

  list(filter: AccountFilter, page: PageRequest): Promise<Page<EnterpriseAccount>> {
    return this.reading(filter, ({ accounts }) => accounts.list(filter, page));
  }

  members(groupIds: readonly string[], filter: MemberFilter, page: PageRequest): Promise<Page<EnterpriseAccount>[]> {
    return this.reading(filter, ({ accounts }) => accounts.membersOf(groupIds, filter, page));
  }

  /** What is filtered takes several questions: the groups first. */
  private reading<T>(filter: AccountFilter, work: (stores: ReadStores) => Promise<T>): Promise<T> {
    const isFiltered = Object.values(filter).some((value) => value != null);
    return isFiltered ? this.access.read("accounts:read", work) : this.access.ask("accounts:read", work);
  }

  history(accounts: readonly EnterpriseAccount[], page: PageRequest): Promise<Page<AuthenticationRecord>[]> {
    return this.access.ask("accounts:read", ({ authentications }) => authentications.historyOf(accounts, page));
  }

  /** The members that a synchronization reached, each with its decision. */
  synchronizedMembers(synchronization: Synchronization, page: PageRequest): Promise<Page<MemberDecision>> {
    const { policy, snapshot } = synchronization;
    return this.access.read("accounts:read", async ({ authentications }) =>
      mapPage(await authentications.reachedBy(synchronization, page), (before) => ({
        before,
        decision: policy.decide(before),
        member: before.synchronize(snapshot),
      })),
    );
  }

  /** Who recorded each of these; null for what was recorded before that was written down. */
  recordersOf(snapshots: readonly AuthenticationSnapshot[]): Promise<(RecordedBy | null)[]> {
    return this.access.ask("accounts:read", ({ authentications }) => authentications.recordersOf(snapshots));
  }

  synchronizationsOf(snapshots: readonly AuthenticationSnapshot[]): Promise<(Synchronization | null)[]> {
    return this.access.ask("accounts:read", ({ authentications }) => authentications.findSynchronizationsOf(snapshots));
  }

  synchronizedCount(synchronization: Synchronization): Promise<number> {
    return this.access.ask("accounts:read", ({ authentications }) => authentications.countReachedBy(synchronization));
  }
}
