import type { Group } from "../model/group.js";
import type { StoredGroup, StoredHistoryEntry } from "./stored.js";

/** What of a group in the database is not as the model has it, in a few words; null where all of it is. */
export function differenceBetween(group: Group, stored: StoredGroup): string | null {
  if (stored.revision !== group.revision) return `its revision is ${stored.revision}, and has to be ${group.revision}`;
  if (stored.accounts.length !== group.memberCount + 1) return `it has ${stored.accounts.length} accounts`;
  return accountDifference(group, stored) ?? carriedDifference(group, stored);
}

function accountDifference(group: Group, { accounts, histories, snapshots }: StoredGroup): string | null {
  const entries = byAccount(histories);
  const certificates = new Map(snapshots.map(({ id, certificate }) => [id, certificate]));
  for (const { id, name, revision, snapshotId } of accounts) {
    if (!group.has(id)) return `account ${id} is not to be there`;
    const account = group.account(id);
    const kept = [name, revision, snapshotId, snapshotId && certificates.get(snapshotId)];
    const expected = [account.name, account.revision, account.history.at(-1)?.snapshotId ?? null, account.certificate];
    if (kept.join("|") !== expected.join("|"))
      return `account ${id} is ${kept.join(", ")}, and has to be ${expected.join(", ")}`;
    const history = (entries.get(id) ?? []).map((entry) => [
      entry.snapshotId,
      entry.isSynchronized ? "SYNCHRONIZED" : "OWN",
      entry.revision,
    ]);
    const expectedHistory = account.history.map((entry) => [entry.snapshotId, entry.origin, entry.revision]);
    if (history.join("|") !== expectedHistory.join("|")) return `account ${id} has another history`;
  }
  return null;
}

function byAccount(histories: readonly StoredHistoryEntry[]): Map<string, StoredHistoryEntry[]> {
  const entries = new Map<string, StoredHistoryEntry[]>();
  for (const entry of histories) entries.set(entry.accountId, [...(entries.get(entry.accountId) ?? []), entry]);
  return entries;
}

function carriedDifference({ carried }: Group, { synchronizations }: StoredGroup): string | null {
  const kept = synchronizations.map(({ snapshotId, nameBefore, revision }) => [snapshotId, nameBefore, revision]);
  const expected = carried ? [[carried.snapshotId, carried.told.nameBefore, carried.revision]] : [];
  return kept.join("|") === expected.join("|") ? null : `it has ${kept.length} synchronizations, or another one`;
}
