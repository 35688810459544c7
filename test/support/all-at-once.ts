import type { DataSource } from "typeorm";
import type { EnterpriseAccount } from "../../src/domain/enterprise-account.js";

/** As many as can be: of ten connections one holds the lock, and one sees who waits for it. */
export const AT_ONCE = 8;

/**
 * Lets changes of one group run into each other: holds its lock until every one of them waits for a lock (the group's, or
 * that of another which waits for the group's), and then lets all go on.
 */
export async function allAtOnce<T>(
  dataSource: DataSource,
  { groupId }: EnterpriseAccount,
  changes: readonly (() => Promise<T>)[],
): Promise<T[]> {
  const holder = dataSource.createQueryRunner();
  try {
    await holder.query("BEGIN");
    await holder.query("SELECT FROM account_groups WHERE group_id = $1 FOR UPDATE", [groupId]);
    const results = Promise.all(changes.map((change) => change()));
    while ((await countWaiting(dataSource)) < changes.length);
    await holder.query("COMMIT");
    return await results;
  } finally {
    await holder.release();
  }
}

async function countWaiting(dataSource: DataSource): Promise<number> {
  const [answer] = await dataSource.query(
    `SELECT count(*) AS count FROM pg_stat_activity
    WHERE datname = current_database() AND wait_event_type = 'Lock'`,
  );
  return Number(answer.count);
}
