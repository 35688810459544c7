import type { Finding } from "./finding.js";
import type { StoredGroup } from "./stored.js";

/** What is there in part: each change writes several rows, and all of them or none have to be there. */
export function tornIn(group: StoredGroup): Finding[] {
  return [...groupTorn(group), ...snapshotsTorn(group), ...synchronizationsTorn(group)].map((what) => ({
    kind: "torn",
    message: `Group ${group.id}: ${what}.`,
  }));
}

function* groupTorn({ id, revision, accounts }: StoredGroup): Generator<string> {
  if (revision === null) yield "it has accounts and no revision";
  if (!accounts.some((account) => account.id === id)) yield "it has no master";
  for (const account of accounts) {
    if (account.revision > (revision ?? 0))
      yield `account ${account.id} is of revision ${account.revision}, after the group's`;
  }
}

function* snapshotsTorn({ accounts, snapshots, histories }: StoredGroup): Generator<string> {
  const own = histories.filter(({ isSynchronized }) => !isSynchronized);
  for (const { id, accountId } of snapshots) {
    const account = accounts.find((one) => one.id === accountId);
    if (account?.ownSnapshotId !== id) yield `snapshot ${id} is there, and its account does not bear it`;
    const entries = own.filter((entry) => entry.snapshotId === id && entry.accountId === accountId);
    if (entries.length !== 1) yield `snapshot ${id} is in its account's history ${entries.length} times`;
  }
  const known = new Set(snapshots.map(({ id }) => id));
  for (const { accountId, snapshotId } of histories) {
    if (!known.has(snapshotId)) yield `the history of ${accountId} has a snapshot that is not there`;
  }
  for (const { id, ownSnapshotId } of accounts) {
    if (ownSnapshotId !== null && !known.has(ownSnapshotId)) yield `account ${id} bears a snapshot that is not there`;
  }
}

/** A master's authentication is carried to its members, where it had any by then. */
function* synchronizationsTorn({
  id,
  accounts,
  snapshots,
  histories,
  synchronizations,
}: StoredGroup): Generator<string> {
  for (const snapshot of snapshots.filter(({ accountId }) => accountId === id)) {
    const entry = histories.find((one) => one.snapshotId === snapshot.id && one.accountId === id);
    const hadMembers = accounts.some((account) => account.id !== id && account.revision < (entry?.revision ?? 0));
    const isCarried = synchronizations.some(({ snapshotId }) => snapshotId === snapshot.id);
    if (hadMembers && !isCarried) yield `snapshot ${snapshot.id} is its master's, and was not carried to its members`;
  }
  for (const { id: synchronizationId, snapshotId } of synchronizations) {
    const carried = snapshots.find((snapshot) => snapshot.id === snapshotId);
    if (carried?.accountId !== id) yield `synchronization ${synchronizationId} carries what is not its master's`;
  }
}
