import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * Accounts in the order of their identities: by group, by name, by the revision that gave them the name. What a
 * synchronization reached, and what it did not, are ranges of this order, so that every list is read by ranges.
 */
export class IdentityOrder implements MigrationInterface {
  readonly name = "IdentityOrder0000000000006";

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP INDEX enterprise_accounts_name;
      DROP INDEX enterprise_accounts_name_anywhere;

      -- Each account is in one of them: an account is authenticated by itself when it has a snapshot.
      CREATE INDEX enterprise_accounts_unauthenticated ON enterprise_accounts (group_id, name_key, revision, id)
        WHERE snapshot_id IS NULL;
      CREATE INDEX enterprise_accounts_authenticated ON enterprise_accounts (group_id, name_key, revision, id)
        WHERE snapshot_id IS NOT NULL;

      -- The groups that a name occurs in.
      CREATE INDEX enterprise_accounts_name_anywhere ON enterprise_accounts (name_key, group_id);

      -- The accounts of all groups by id. Sorted as no list of one group is: an index of ids by themselves would be taken
      -- for those too, and read over all the other groups.
      DROP INDEX enterprise_accounts_id;
      DROP INDEX enterprise_accounts_masters;
      CREATE INDEX enterprise_accounts_id ON enterprise_accounts (id DESC NULLS LAST);
      CREATE INDEX enterprise_accounts_masters ON enterprise_accounts (id DESC NULLS LAST) WHERE id = group_id;

      -- A master's name and status are its own.
      CREATE INDEX enterprise_accounts_unauthenticated_masters ON enterprise_accounts (id DESC NULLS LAST)
        WHERE id = group_id AND snapshot_id IS NULL;
      CREATE INDEX enterprise_accounts_authenticated_masters ON enterprise_accounts (id DESC NULLS LAST)
        WHERE id = group_id AND snapshot_id IS NOT NULL;
      CREATE INDEX enterprise_accounts_masters_name ON enterprise_accounts (name_key, id DESC NULLS LAST)
        WHERE id = group_id;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP INDEX enterprise_accounts_masters_name;
      DROP INDEX enterprise_accounts_authenticated_masters;
      DROP INDEX enterprise_accounts_unauthenticated_masters;
      DROP INDEX enterprise_accounts_masters;
      DROP INDEX enterprise_accounts_id;
      CREATE INDEX enterprise_accounts_id ON enterprise_accounts (id);
      CREATE INDEX enterprise_accounts_masters ON enterprise_accounts (id) WHERE id = group_id;
      DROP INDEX enterprise_accounts_name_anywhere;
      DROP INDEX enterprise_accounts_authenticated;
      DROP INDEX enterprise_accounts_unauthenticated;
      CREATE INDEX enterprise_accounts_name_anywhere ON enterprise_accounts (name_key, id);
      CREATE INDEX enterprise_accounts_name ON enterprise_accounts (group_id, name_key, id) INCLUDE (snapshot_id);
    `);
  }
}
