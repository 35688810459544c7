import type { AuthenticationRecord } from "../domain/authentication-record.js";
import type { AuthenticationSnapshot } from "../domain/authentication-snapshot.js";
import type { EnterpriseAccount } from "../domain/enterprise-account.js";
import type { MemberDecision } from "../domain/member-decision.js";
import type { Synchronization } from "../domain/synchronization.js";
import { mapPage, type Page, type PageRequest } from "./page.js";
import type { AccountFilter, MemberFilter } from "./stores.js";
import type { UnitOfWork } from "./unit-of-work.js";

/** Reads accounts, what authenticated them, and what was carried to members. Each method reads one state of everything. */
export class BrowseAccounts {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  accounts(ids: readonly string[]): Promise<EnterpriseAccount[]> {
    return this.unitOfWork.read(({ accounts }) => accounts.findAll(ids));
  }

  /** What bears each of these ids, whatever it is; null for an id of nothing. */
  things(ids: readonly string[]): Promise<(EnterpriseAccount | AuthenticationSnapshot | Synchronization | null)[]> {
    return this.unitOfWork.read(async ({ accounts, authentications }) => {
      const found = [
        ...(await accounts.findAll(ids)),
        ...(await authentications.findSnapshots(ids)),
        ...(await authentications.findSynchronizations(ids)),
      ];
      const byId = new Map(found.map((thing) => [thing.id, thing]));
      return ids.map((id) => byId.get(id) ?? null);
    });
  }

  list(filter: AccountFilter, page: PageRequest): Promise<Page<EnterpriseAccount>> {
    return this.unitOfWork.read(({ accounts }) => accounts.list(filter, page));
  }

  members(groupIds: readonly string[], filter: MemberFilter, page: PageRequest): Promise<Page<EnterpriseAccount>[]> {
    return this.unitOfWork.read(({ accounts }) => accounts.membersOf(groupIds, filter, page));
  }

  history(accounts: readonly EnterpriseAccount[], page: PageRequest): Promise<Page<AuthenticationRecord>[]> {
    return this.unitOfWork.read(({ authentications }) => authentications.historyOf(accounts, page));
  }

  /** The members that a synchronization reached, each with its decision. */
  synchronizedMembers(synchronization: Synchronization, page: PageRequest): Promise<Page<MemberDecision>> {
    const { policy, snapshot } = synchronization;
    return this.unitOfWork.read(async ({ authentications }) =>
      mapPage(await authentications.reachedBy(synchronization, page), (before) => ({
        before,
        decision: policy.decide(before),
        member: before.synchronize(snapshot),
      })),
    );
  }

  synchronizationsOf(snapshots: readonly AuthenticationSnapshot[]): Promise<(Synchronization | null)[]> {
    return this.unitOfWork.read(({ authentications }) => authentications.findSynchronizationsOf(snapshots));
  }

  synchronizedCount(synchronization: Synchronization): Promise<number> {
    return this.unitOfWork.read(({ authentications }) => authentications.countReachedBy(synchronization));
  }
}
