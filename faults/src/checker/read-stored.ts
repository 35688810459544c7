import type { Client } from "pg";
import { connectTo } from "../harness/postgres.js";
import type {
  Stored,
  StoredAccount,
  StoredGroup,
  StoredHistoryEntry,
  StoredSnapshot,
  StoredSynchronization,
} from "./stored.js";

type OfGroup<T> = T & { readonly groupId: string };

const ACCOUNTS = `
  SELECT now.group_id AS "groupId", now.id, now.enterprise_name AS name, now.snapshot_id AS "snapshotId",
    own.snapshot_id AS "ownSnapshotId", own.revision::int AS revision
  FROM current_accounts AS now JOIN enterprise_accounts AS own USING (group_id, id)`;
const SNAPSHOTS = `
  SELECT group_id AS "groupId", id, account_id AS "accountId", enterprise_name AS name, certificate_number AS certificate
  FROM authentication_snapshots`;
const HISTORIES = `
  SELECT group_id AS "groupId", account_id AS "accountId", revision::int AS revision, snapshot_id AS "snapshotId",
    synchronization_id IS NOT NULL AS "isSynchronized"
  FROM account_histories ORDER BY revision`;
const SYNCHRONIZATIONS = `
  SELECT group_id AS "groupId", id, revision::int AS revision, name_before AS "nameBefore", snapshot_id AS "snapshotId"
  FROM synchronizations ORDER BY revision`;

/** Reads all that a database holds. */
export async function readStored(url: string): Promise<Stored> {
  const client = await connectTo(url);
  try {
    const accounts = await byGroup<StoredAccount>(client, ACCOUNTS);
    const snapshots = await byGroup<StoredSnapshot>(client, SNAPSHOTS);
    const histories = await byGroup<StoredHistoryEntry>(client, HISTORIES);
    const synchronizations = await byGroup<StoredSynchronization>(client, SYNCHRONIZATIONS);
    const revisions = await revisionsIn(client);
    const ids = new Set([...accounts.keys(), ...revisions.keys()]);
    const groupOf = (id: string): StoredGroup => ({
      id,
      revision: revisions.get(id) ?? null,
      accounts: accounts.get(id) ?? [],
      snapshots: snapshots.get(id) ?? [],
      histories: histories.get(id) ?? [],
      synchronizations: synchronizations.get(id) ?? [],
    });
    return { groups: new Map([...ids].map((id) => [id, groupOf(id)])), keys: await keysIn(client) };
  } finally {
    await client.end();
  }
}

async function byGroup<T>(client: Client, query: string): Promise<Map<string, T[]>> {
  const { rows } = await client.query<OfGroup<T>>(query);
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(row.groupId);
    if (group) group.push(row);
    else groups.set(row.groupId, [row]);
  }
  return groups;
}

async function revisionsIn(client: Client): Promise<Map<string, number>> {
  const { rows } = await client.query<{ id: string; revision: number }>(
    "SELECT group_id AS id, revision::int AS revision FROM account_groups",
  );
  return new Map(rows.map(({ id, revision }) => [id, revision]));
}

async function keysIn(client: Client): Promise<Map<string, readonly string[]>> {
  const { rows } = await client.query<{ key: string; ids: string[] }>(
    "SELECT key, result_ids::text[] AS ids FROM idempotency_keys",
  );
  return new Map(rows.map(({ key, ids }) => [key, ids]));
}
