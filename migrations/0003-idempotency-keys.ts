import type { MigrationInterface, QueryRunner } from "typeorm";

/** What each idempotency key was used for: taken in the transaction of the work, so that it is there exactly if the work is. */
export class IdempotencyKeys implements MigrationInterface {
  readonly name = "IdempotencyKeys0000000000003";

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE idempotency_keys (
        caller text COLLATE "C" NOT NULL,
        key text COLLATE "C" NOT NULL,
        fingerprint text COLLATE "C" NOT NULL,
        result_id uuid NOT NULL,
        created_at timestamptz(3) NOT NULL,
        CONSTRAINT idempotency_keys_pkey PRIMARY KEY (caller, key),
        CONSTRAINT idempotency_keys_key_check CHECK (char_length(key) BETWEEN 1 AND 255)
      );
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query("DROP TABLE idempotency_keys;");
  }
}
