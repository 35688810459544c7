import { escapeIdentifier } from "pg";
import type { DataSource } from "typeorm";

/** What the service does with each table, and no more: what was recorded can be read and added to, and nothing else. */
const GRANTS: Readonly<Record<string, string>> = {
  account_groups: "SELECT, INSERT, UPDATE",
  enterprise_accounts: "SELECT, INSERT, UPDATE (enterprise_name, name_key, snapshot_id, revision)",
  authentication_snapshots: "SELECT, INSERT",
  authentication_history: "SELECT, INSERT",
  synchronizations: "SELECT, INSERT",
  idempotency_keys: "SELECT, INSERT, DELETE",
  current_accounts: "SELECT",
  account_histories: "SELECT",
  synchronized_members: "SELECT",
  migrations: "SELECT",
};

/** Gives a role that owns nothing what the service needs, so that row level security holds it to the groups of each caller. */
export async function grantTo(dataSource: DataSource, role: string): Promise<void> {
  const grantee = escapeIdentifier(role);
  const grants = Object.entries(GRANTS).map(([table, rights]) => `GRANT ${rights} ON ${table} TO ${grantee};`);
  await dataSource.query(["BEGIN;", ...grants, "COMMIT;"].join("\n"));
}

/** Whether the database holds the role that it is reached by to the groups that a transaction names. */
export async function isHeldToGroups(dataSource: DataSource): Promise<boolean> {
  const [{ held }]: [{ held: boolean }] = await dataSource.query(
    "SELECT row_security_active('enterprise_accounts') AS held",
  );
  return held;
}
