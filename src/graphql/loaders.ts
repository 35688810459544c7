import DataLoader from "dataloader";
import type { AuthenticationPreview } from "../application/authentication-preview.js";
import type { BrowseAccounts } from "../application/browse-accounts.js";
import type { RecordedBy } from "../application/caller.js";
import type { Page, PageRequest } from "../application/page.js";
import type { PreviewAuthentication, SyncCount } from "../application/preview-authentication.js";
import type { MemberFilter } from "../application/stores.js";
import type { AuthenticationRecord } from "../domain/authentication-record.js";
import type { AuthenticationSnapshot } from "../domain/authentication-snapshot.js";
import type { EnterpriseAccount } from "../domain/enterprise-account.js";
import type { Synchronization } from "../domain/synchronization.js";

/**
 * Reads once what the fields of one request ask for side by side. Nothing is remembered beyond that: of two mutations in
 * one request, the second shows what the second did.
 */
export class Loaders {
  readonly accounts: DataLoader<string, EnterpriseAccount | null>;
  readonly synchronizationOf: DataLoader<AuthenticationSnapshot, Synchronization | null>;
  readonly recorderOf: DataLoader<AuthenticationSnapshot, RecordedBy | null>;
  readonly breakdownOf: DataLoader<AuthenticationPreview, readonly SyncCount[]>;
  private readonly members = new Map<string, DataLoader<string, Page<EnterpriseAccount>>>();
  private readonly histories = new Map<string, DataLoader<EnterpriseAccount, Page<AuthenticationRecord>>>();

  constructor(
    private readonly browse: BrowseAccounts,
    preview: PreviewAuthentication,
  ) {
    this.accounts = batched(async (ids) => {
      const accounts = new Map((await browse.accounts(ids)).map((account) => [account.id, account]));
      return ids.map((id) => accounts.get(id) ?? null);
    });
    this.synchronizationOf = batched((snapshots) => browse.synchronizationsOf(snapshots));
    this.recorderOf = batched((snapshots) => browse.recordersOf(snapshots));
    this.breakdownOf = batched((previews) => Promise.all(previews.map((one) => preview.breakdown(one))));
  }

  membersOf(filter: MemberFilter, page: PageRequest): DataLoader<string, Page<EnterpriseAccount>> {
    return kept(this.members, [filter, page], () => batched((ids) => this.browse.members(ids, filter, page)));
  }

  historyOf(page: PageRequest): DataLoader<EnterpriseAccount, Page<AuthenticationRecord>> {
    return kept(this.histories, [page], () => batched((accounts) => this.browse.history(accounts, page)));
  }
}

/** A loader that asks for each key of a batch once. */
function batched<K, V>(load: (keys: readonly K[]) => Promise<readonly V[]>): DataLoader<K, V> {
  const loadOnce = async (keys: readonly K[]) => {
    const distinct = [...new Set(keys)];
    const values = await load(distinct);
    const found = new Map(distinct.map((key, index) => [key, values[index] as V]));
    return keys.map((key) => found.get(key) as V);
  };
  return new DataLoader(loadOnce, { cache: false });
}

function kept<V>(loaders: Map<string, V>, parameters: readonly unknown[], make: () => V): V {
  const key = JSON.stringify(parameters);
  const loader = loaders.get(key) ?? make();
  loaders.set(key, loader);
  return loader;
}
