import type { MigrationInterface, QueryRunner } from "typeorm";

const OF_GROUPS = [
  "account_groups",
  "enterprise_accounts",
  "authentication_snapshots",
  "authentication_history",
  "synchronizations",
];
const VIEWS = ["current_accounts", "account_histories", "synchronized_members"];

/** Each asked for, and read, once in a statement and not once for each row. */
const ALL_GROUPS = "(SELECT current_setting('namesake.groups', true) = '*')";
const GROUPS = "(SELECT nullif(nullif(current_setting('namesake.groups', true), '*'), '')::uuid[])::uuid[]";
const CALLER = "(SELECT current_setting('namesake.caller', true))";

/** What a member shares with its master goes before what is its own. */
const sharing = (first: (column: string, own: string) => string) => `
  CREATE OR REPLACE VIEW current_accounts AS
  SELECT
    account.group_id, account.id,
    ${first("shared.enterprise_name", "account.enterprise_name")} AS enterprise_name,
    ${first("shared.name_key", "account.name_key")} AS name_key,
    ${first("shared.id", "account.snapshot_id")} AS snapshot_id,
    account.revision, account.created_at, account.reference
  FROM enterprise_accounts AS account
  LEFT JOIN LATERAL (
    SELECT snapshot.id, snapshot.enterprise_name, snapshot.name_key
    FROM synchronizations AS synchronization
    JOIN authentication_snapshots AS snapshot
      ON snapshot.group_id = synchronization.group_id AND snapshot.id = synchronization.snapshot_id
    WHERE reaches(synchronization, account)
    ORDER BY synchronization.revision DESC
    LIMIT 1
  ) AS shared ON true;
`;

/** Is taken for something that might tell what it sees, so that no index is looked up by it where rows are hidden. */
const COALESCE = (shared: string, own: string) => `coalesce(${shared}, ${own})`;
const CASE = (shared: string, own: string) => `CASE WHEN ${shared} IS NULL THEN ${own} ELSE ${shared} END`;

/**
 * A role that does not own the tables sees and writes only the groups that its transaction names in `namesake.groups` (`*`
 * for all of them), and the idempotency keys of `namesake.caller`; without them, nothing. The owner is not held to it.
 */
export class RowLevelSecurity implements MigrationInterface {
  readonly name = "RowLevelSecurity0000000000008";

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const table of OF_GROUPS) {
      await queryRunner.query(`
        ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
        CREATE POLICY own_groups ON ${table}
          USING (${ALL_GROUPS} OR group_id = ANY (${GROUPS}));
      `);
    }
    await queryRunner.query(`
      ALTER TABLE idempotency_keys ENABLE ROW LEVEL SECURITY;
      CREATE POLICY own_keys ON idempotency_keys USING (caller = ${CALLER});
    `);
    await queryRunner.query(sharing(CASE));
    for (const view of VIEWS) await queryRunner.query(`ALTER VIEW ${view} SET (security_invoker = true);`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(sharing(COALESCE));
    for (const view of VIEWS) await queryRunner.query(`ALTER VIEW ${view} RESET (security_invoker);`);
    for (const [table, policy] of [...OF_GROUPS.map((one) => [one, "own_groups"]), ["idempotency_keys", "own_keys"]]) {
      await queryRunner.query(`DROP POLICY ${policy} ON ${table}; ALTER TABLE ${table} DISABLE ROW LEVEL SECURITY;`);
    }
  }
}
