import type { MigrationInterface, QueryRunner } from "typeorm";

const EXPIRED = "created_at < (SELECT nullif(current_setting('namesake.expired_before', true), '')::timestamptz)";

/**
 * Idempotency keys in the order in which they expire, to be forgotten by a transaction that names a time in
 * `namesake.expired_before`: it sees the keys that are older, whoever's they are, and may delete them.
 */
export class ExpiredKeys implements MigrationInterface {
  readonly name = "ExpiredKeys0000000000009";

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE INDEX IF NOT EXISTS idempotency_keys_created_at ON idempotency_keys (created_at);
      CREATE POLICY seen_expired_keys ON idempotency_keys FOR SELECT USING (${EXPIRED});
      CREATE POLICY deleted_expired_keys ON idempotency_keys FOR DELETE USING (${EXPIRED});
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP POLICY deleted_expired_keys ON idempotency_keys;
      DROP POLICY seen_expired_keys ON idempotency_keys;
      DROP INDEX idempotency_keys_created_at;
    `);
  }
}
