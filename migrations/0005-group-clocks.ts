import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * What is true of a group as a whole: its revision, which every change begins with, and which statuses its members have.
 * In a row of its own, which no index holds a changing column of, so that a change rewrites nothing but that row.
 */
export class GroupClocks implements MigrationInterface {
  readonly name = "GroupClocks0000000000005";

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE account_groups (
        group_id uuid NOT NULL,
        revision bigint NOT NULL,
        has_authenticated_members boolean NOT NULL,
        has_unauthenticated_members boolean NOT NULL,
        CONSTRAINT account_groups_pkey PRIMARY KEY (group_id),
        CONSTRAINT account_groups_master_fkey
          FOREIGN KEY (group_id, group_id) REFERENCES enterprise_accounts (group_id, id),
        CONSTRAINT account_groups_revision_check CHECK (revision > 0)
      ) WITH (fillfactor = 50);

      INSERT INTO account_groups (group_id, revision, has_authenticated_members, has_unauthenticated_members)
      SELECT
        master.id, master.revision,
        coalesce(bool_or(member.snapshot_id IS NOT NULL), false),
        coalesce(bool_or(member.snapshot_id IS NULL), false)
      FROM enterprise_accounts AS master
      LEFT JOIN current_accounts AS member ON member.group_id = master.id AND member.id <> master.id
      WHERE master.id = master.group_id
      GROUP BY master.id, master.revision;

      -- The groups to look into for members with a status: every one of them has some.
      CREATE INDEX account_groups_authenticated ON account_groups (group_id) WHERE has_authenticated_members;
      CREATE INDEX account_groups_unauthenticated ON account_groups (group_id) WHERE has_unauthenticated_members;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      UPDATE enterprise_accounts AS master SET revision = account_groups.revision
      FROM account_groups
      WHERE master.group_id = account_groups.group_id AND master.id = account_groups.group_id;
      DROP TABLE account_groups;
    `);
  }
}
