import type { MigrationInterface, QueryRunner } from "typeorm";

const OF_GROUPS = [
  "account_groups",
  "enterprise_accounts",
  "authentication_snapshots",
  "authentication_history",
  "synchronizations",
];
const VIEWS = ["current_accounts", "account_histories", "synchronized_members"];

/** Each asked for once in a statement, and not once for each row. */
const GROUPS = "(SELECT current_setting('namesake.groups', true))";
const CALLER = "(SELECT current_setting('namesake.caller', true))";

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
          USING (${GROUPS} = '*' OR group_id = ANY (nullif(nullif(${GROUPS}, '*'), '')::uuid[]));
      `);
    }
    await queryRunner.query(`
      ALTER TABLE idempotency_keys ENABLE ROW LEVEL SECURITY;
      CREATE POLICY own_keys ON idempotency_keys USING (caller = ${CALLER});
    `);
    for (const view of VIEWS) await queryRunner.query(`ALTER VIEW ${view} SET (security_invoker = true);`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const view of VIEWS) await queryRunner.query(`ALTER VIEW ${view} RESET (security_invoker);`);
    for (const [table, policy] of [...OF_GROUPS.map((one) => [one, "own_groups"]), ["idempotency_keys", "own_keys"]]) {
      await queryRunner.query(`DROP POLICY ${policy} ON ${table}; ALTER TABLE ${table} DISABLE ROW LEVEL SECURITY;`);
    }
  }
}
