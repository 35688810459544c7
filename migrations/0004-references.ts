import type { MigrationInterface, QueryRunner } from "typeorm";

/** The caller's own identifiers of accounts; and keys that stand for several results, as many as one request registers. */
export class References implements MigrationInterface {
  readonly name = "References0000000000004";

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE enterprise_accounts
        ADD COLUMN reference text COLLATE "C",
        ADD CONSTRAINT enterprise_accounts_reference_key UNIQUE (group_id, reference),
        ADD CONSTRAINT enterprise_accounts_reference_check CHECK (char_length(reference) BETWEEN 1 AND 128);
      CREATE INDEX enterprise_accounts_reference_anywhere ON enterprise_accounts (reference, id DESC NULLS LAST)
        WHERE reference IS NOT NULL;

      CREATE OR REPLACE VIEW current_accounts AS
      SELECT
        account.group_id, account.id,
        coalesce(shared.enterprise_name, account.enterprise_name) AS enterprise_name,
        coalesce(shared.name_key, account.name_key) AS name_key,
        coalesce(shared.id, account.snapshot_id) AS snapshot_id,
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

      ALTER TABLE idempotency_keys ALTER COLUMN result_id TYPE uuid[] USING ARRAY[result_id];
      ALTER TABLE idempotency_keys RENAME COLUMN result_id TO result_ids;
    `);
  }

  /** A key that stands for several results keeps the first of them. */
  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE idempotency_keys ALTER COLUMN result_ids TYPE uuid USING result_ids[1];
      ALTER TABLE idempotency_keys RENAME COLUMN result_ids TO result_id;

      DROP VIEW current_accounts;
      CREATE VIEW current_accounts AS
      SELECT
        account.group_id, account.id,
        coalesce(shared.enterprise_name, account.enterprise_name) AS enterprise_name,
        coalesce(shared.name_key, account.name_key) AS name_key,
        coalesce(shared.id, account.snapshot_id) AS snapshot_id,
        account.revision, account.created_at
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

      DROP INDEX enterprise_accounts_reference_anywhere;
      ALTER TABLE enterprise_accounts DROP COLUMN reference;
    `);
  }
}
