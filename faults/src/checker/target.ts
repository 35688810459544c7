import type { HistoryEntry } from "../model/account.js";
import type { Group } from "../model/group.js";
import type { StoredAccount, StoredGroup } from "./stored.js";

interface StoredIdentity {
  readonly account: StoredAccount;
  readonly history: readonly HistoryEntry[];
}

/** What a search is to arrive at: the group as the database holds it, or that there is none. */
export class Target {
  private readonly identities: ReadonlyMap<string, StoredIdentity>;
  private readonly certificates: ReadonlyMap<string, string>;

  constructor(private readonly stored: StoredGroup | null) {
    const { accounts = [], histories = [], snapshots = [] } = stored ?? {};
    const identities = new Map(accounts.map((account) => [account.id, { account, history: [] as HistoryEntry[] }]));
    for (const { accountId, isSynchronized, ...entry } of histories) {
      identities.get(accountId)?.history.push({ ...entry, origin: isSynchronized ? "SYNCHRONIZED" : "OWN" });
    }
    this.identities = identities;
    this.certificates = new Map(snapshots.map(({ id, certificate }) => [id, certificate]));
  }

  /** Whether a group is as the database was when it had the group's revision, as far as it still tells: a way that has left that leads nowhere. */
  isAhead(group: Group | null): boolean {
    if (group === null) return true;
    if (this.stored === null || group.revision > (this.stored.revision ?? 0)) return false;
    const known = [...group.accounts].every(({ id }) => this.identities.has(id));
    return known && [...this.identities.values()].every((identity) => wasSo(identity, group));
  }

  /** Whether a group is what the database holds, to the letter. */
  isReachedBy(group: Group | null): boolean {
    if (group === null || this.stored === null) return group === this.stored;
    if (this.stored.revision !== group.revision || this.identities.size !== group.memberCount + 1) return false;
    return this.isAhead(group) && this.isCarriedBy(group) && this.areAccountsOf(group);
  }

  private areAccountsOf(group: Group): boolean {
    return [...group.accounts].every(({ id, name, certificate, history }) => {
      const stored = this.identities.get(id)?.account;
      const storedCertificate = stored?.snapshotId ? this.certificates.get(stored.snapshotId) : null;
      const inForce = history.at(-1)?.snapshotId ?? null;
      return stored?.name === name && stored.snapshotId === inForce && storedCertificate === certificate;
    });
  }

  private isCarriedBy({ carried }: Group): boolean {
    const kept = this.stored?.synchronizations.map((one) => [one.snapshotId, one.nameBefore, one.revision]);
    const expected = carried ? [[carried.snapshotId, carried.told.nameBefore, carried.revision]] : [];
    return kept?.join("|") === expected.join("|");
  }
}

/** Whether all that happened to an account up to the revision of a group has happened to it there. */
function wasSo({ account: { id, revision }, history }: StoredIdentity, group: Group): boolean {
  const account = group.has(id) ? group.account(id) : null;
  if (revision <= group.revision && account?.revision !== revision) return false;
  const past = history.filter((entry) => entry.revision <= group.revision).map(inWords);
  return past.join() === (account?.history ?? []).map(inWords).join();
}

function inWords({ snapshotId, origin, revision }: HistoryEntry): string {
  return `${snapshotId} ${origin} ${revision}`;
}
