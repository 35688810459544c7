import type { Client } from "pg";
import { interruption } from "../harness/interruption.js";
import { ask } from "../service/http-client.js";
import { KEYS, NAME_AFTER, NAME_BEFORE } from "../service/names.js";
import { startService } from "../service/service.js";
import { connect, type ScratchDatabase } from "./database.js";

/** What a group is made of. One member in five is authenticated by itself, whatever its name. */
export interface GroupPlan {
  readonly members: number;
  /** How many of ten members bear the master's name before its authentication. */
  readonly before: number;
  /** How many of ten members bear the name that the master is going to be authenticated under. */
  readonly after: number;
}

/** Six of ten members are synchronized, half of them for each reason. */
export const BOTH_REASONS = { before: 3, after: 3 };

/** Six of ten members are synchronized under the name after, and nobody under another. */
export const ONE_REASON = { before: 0, after: 6 };

const REGISTER = `mutation ($input: RegisterMasterAccountInput!) {
  registerMasterAccount(input: $input) { ... on MasterAccountRegistered { account { id } } }
}`;

/** Registers a master with the service. */
export async function registerMaster(serviceUrl: string): Promise<string> {
  const operation = { query: REGISTER, variables: { input: { enterpriseName: NAME_BEFORE } } };
  const answer = await ask<{ registerMasterAccount: { account: { id: string } } }>(serviceUrl, operation);
  return answer.registerMasterAccount.account.id;
}

/** A master that is registered with the service, and members that are written beside it at once. Its id. */
export async function seedGroup(client: Client, serviceUrl: string, plan: GroupPlan): Promise<string> {
  const groupId = await registerMaster(serviceUrl);
  await client.query(INSERT_MEMBERS, [
    groupId,
    plan.members,
    plan.before,
    plan.before + plan.after,
    NAME_BEFORE,
    KEYS.before,
    NAME_AFTER,
    KEYS.after,
  ]);
  await client.query(SOME_OF_EACH_STATUS, [groupId]);
  return groupId;
}

/** A database with a group in it, to be copied: nobody is connected to it. */
export interface Template {
  readonly url: string;
  readonly groupId: string;
  readonly members: number;
  /** A small group beside it, for first steps that are not to be measured. */
  readonly smallGroupId: string;
}

const SMALL_GROUP = 100;

export async function seedTemplate(database: ScratchDatabase, plan: GroupPlan): Promise<Template> {
  interruption.throwIfAborted();
  const url = await database.another();
  const service = await startService(url);
  const client = await connect(url);
  try {
    const smallGroupId = await seedGroup(client, service.url, { ...plan, members: SMALL_GROUP });
    const groupId = await seedGroup(client, service.url, plan);
    await settle(client);
    return { url, groupId, members: plan.members, smallGroupId };
  } finally {
    await client.end();
    await service.stop();
  }
}

/** How many members a commit reaches. */
export function synchronizedOf({ members, before, after }: GroupPlan): number {
  // Members count from 1, and the last digit says which name they bear.
  const upTo = (number: number) =>
    Math.floor(number / 10) * (before + after) + Math.min(number % 10, before + after - 1);
  return upTo(members);
}

const TABLES = [
  "account_groups",
  "enterprise_accounts",
  "authentication_snapshots",
  "authentication_history",
  "synchronizations",
];

/**
 * Lets index-only scans and estimates be what they are in a database that has run for a while, and keeps the server from
 * cleaning up while something is measured.
 */
export async function settle(client: Client): Promise<void> {
  for (const table of TABLES) await client.query(`ALTER TABLE ${table} SET (autovacuum_enabled = false)`);
  await client.query(`VACUUM (ANALYZE) ${TABLES.join(", ")}`);
  await client.query("CHECKPOINT");
}

/**
 * Takes a commit of the master back. It has written to the rows of master and group and added one of each other kind, so that
 * nothing else is to be done, however many members it reached. (The group's revision goes on.)
 */
export async function undoCommit(client: Client, groupId: string): Promise<void> {
  await client.query("BEGIN");
  await client.query("DELETE FROM synchronizations WHERE group_id = $1", [groupId]);
  await client.query("DELETE FROM authentication_history WHERE group_id = $1 AND account_id = $1", [groupId]);
  await client.query(
    "UPDATE enterprise_accounts SET enterprise_name = $2, name_key = $3, snapshot_id = NULL WHERE group_id = $1 AND id = $1",
    [groupId, NAME_BEFORE, KEYS.before],
  );
  await client.query("DELETE FROM authentication_snapshots WHERE group_id = $1 AND account_id = $1", [groupId]);
  await client.query(SOME_OF_EACH_STATUS, [groupId]);
  await client.query("COMMIT");
}

const SOME_OF_EACH_STATUS = `UPDATE account_groups
  SET has_authenticated_members = true, has_unauthenticated_members = true WHERE group_id = $1`;

/** One statement, since accounts and snapshots refer to each other. Ids are in the order of joining, as UUIDv7 are. */
const INSERT_MEMBERS = `
  WITH member AS MATERIALIZED (
    SELECT
      to_timestamp(1767225600 + number / 1000.0) AS joined_at,
      (lpad(to_hex(1767225600000 + number), 12, '0') || '7' || substr(digest, 1, 3) || '8' || substr(digest, 4, 15))::uuid
        AS id,
      CASE WHEN number / 10 % 5 = 0 THEN md5('snapshot' || digest)::uuid END AS snapshot_id,
      CASE WHEN number % 10 < $3 THEN $5 WHEN number % 10 < $4 THEN $7 ELSE '上海示例' || number % 997 || '号有限公司' END
        AS enterprise_name,
      CASE WHEN number % 10 < $3 THEN $6 WHEN number % 10 < $4 THEN $8 ELSE '上海示例' || number % 997 || '号有限公司' END
        AS name_key
    FROM generate_series(1, $2::bigint) AS number, md5($1::text || number) AS digest
  ), account AS (
    INSERT INTO enterprise_accounts (group_id, id, enterprise_name, name_key, snapshot_id, revision, created_at)
    SELECT $1::uuid, id, enterprise_name, name_key, snapshot_id, 1, joined_at FROM member
  ), snapshot AS (
    INSERT INTO authentication_snapshots (group_id, id, account_id, enterprise_name, name_key,
      certificate_country, certificate_type, certificate_number, authenticated_at)
    SELECT $1::uuid, snapshot_id, id, enterprise_name, name_key, 'CN', 'BUSINESS_LICENSE', '91990000TT0000023D', joined_at
    FROM member WHERE snapshot_id IS NOT NULL
  )
  INSERT INTO authentication_history (group_id, account_id, revision, snapshot_id, recorded_at)
  SELECT $1::uuid, id, 1, snapshot_id, joined_at FROM member WHERE snapshot_id IS NOT NULL`;
