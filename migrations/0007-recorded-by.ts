import type { MigrationInterface, QueryRunner } from "typeorm";

/** Who recorded each authentication, and with which request; null where that was before callers were known. */
export class RecordedBy implements MigrationInterface {
  readonly name = "RecordedBy0000000000007";

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE authentication_snapshots
        ADD COLUMN recorded_by text,
        ADD COLUMN request_id text,
        ADD CONSTRAINT authentication_snapshots_recorded_check CHECK ((recorded_by IS NULL) = (request_id IS NULL));
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query("ALTER TABLE authentication_snapshots DROP COLUMN recorded_by, DROP COLUMN request_id;");
  }
}
