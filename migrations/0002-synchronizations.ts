import type { MigrationInterface, QueryRunner } from "typeorm";

/** What commits carried to members: one row each, and views that derive everything else from it. */
export class Synchronizations implements MigrationInterface {
  readonly name = "Synchronizations0000000000002";

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE synchronizations (
        group_id uuid NOT NULL,
        id uuid NOT NULL,
        revision bigint NOT NULL,
        name_before text NOT NULL,
        name_before_key text COLLATE "C" NOT NULL,
        name_keys text[] COLLATE "C" NOT NULL,
        snapshot_id uuid NOT NULL,
        committed_at timestamptz(3) NOT NULL,
        CONSTRAINT synchronizations_pkey PRIMARY KEY (group_id, id),
        CONSTRAINT synchronizations_revision_key UNIQUE (group_id, revision),
        CONSTRAINT synchronizations_snapshot_key UNIQUE (group_id, snapshot_id),
        CONSTRAINT synchronizations_snapshot_fkey
          FOREIGN KEY (group_id, snapshot_id) REFERENCES authentication_snapshots (group_id, id),
        CONSTRAINT synchronizations_name_keys_check CHECK (cardinality(name_keys) BETWEEN 1 AND 2)
      );

      CREATE INDEX synchronizations_id ON synchronizations (id);

      -- The rule that everything derived rests on: a synchronization reaches the members of its group that bore one of
      -- its names, and whose own identity has not changed since. Its body is inlined into the plans that use it.
      CREATE FUNCTION reaches(synchronization synchronizations, member enterprise_accounts) RETURNS boolean
      LANGUAGE sql IMMUTABLE PARALLEL SAFE
      RETURN member.group_id = synchronization.group_id
        AND member.revision < synchronization.revision
        AND member.name_key = ANY (synchronization.name_keys);

      CREATE VIEW synchronized_members AS
      SELECT
        synchronization.group_id, synchronization.id AS synchronization_id, synchronization.revision,
        synchronization.snapshot_id, synchronization.committed_at,
        member.id, member.name_key
      FROM synchronizations AS synchronization
      JOIN enterprise_accounts AS member ON reaches(synchronization, member);

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

      CREATE VIEW account_histories AS
      SELECT
        group_id, account_id, revision, snapshot_id, recorded_at,
        NULL::uuid AS synchronization_id, NULL::text COLLATE "C" AS name_key
      FROM authentication_history
      UNION ALL
      SELECT group_id, id, revision, snapshot_id, committed_at, synchronization_id, name_key
      FROM synchronized_members;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP VIEW account_histories;
      DROP VIEW current_accounts;
      DROP VIEW synchronized_members;
      DROP FUNCTION reaches(synchronizations, enterprise_accounts);
      DROP TABLE synchronizations;
    `);
  }
}
