import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * Groups of accounts, and what authenticated them. `group_id`, the master's id, comes first in every key that serves a
 * group, so that a group's rows can be kept together; no key and no constraint spans groups.
 */
export class Accounts implements MigrationInterface {
  readonly name = "Accounts0000000000001";

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE enterprise_accounts (
        group_id uuid NOT NULL,
        id uuid NOT NULL,
        enterprise_name text NOT NULL,
        name_key text COLLATE "C" NOT NULL,
        snapshot_id uuid,
        revision bigint NOT NULL,
        created_at timestamptz(3) NOT NULL,
        CONSTRAINT enterprise_accounts_pkey PRIMARY KEY (group_id, id),
        CONSTRAINT enterprise_accounts_master_fkey
          FOREIGN KEY (group_id, group_id) REFERENCES enterprise_accounts (group_id, id),
        CONSTRAINT enterprise_accounts_enterprise_name_check CHECK (char_length(enterprise_name) BETWEEN 1 AND 255),
        CONSTRAINT enterprise_accounts_name_key_check CHECK (name_key <> ''),
        CONSTRAINT enterprise_accounts_revision_check CHECK (revision > 0)
      );

      CREATE TABLE authentication_snapshots (
        group_id uuid NOT NULL,
        id uuid NOT NULL,
        account_id uuid NOT NULL,
        enterprise_name text NOT NULL,
        name_key text COLLATE "C" NOT NULL,
        certificate_country text NOT NULL,
        certificate_type text NOT NULL,
        certificate_number text NOT NULL,
        authenticated_at timestamptz(3) NOT NULL,
        CONSTRAINT authentication_snapshots_pkey PRIMARY KEY (group_id, id),
        CONSTRAINT authentication_snapshots_account_fkey
          FOREIGN KEY (group_id, account_id) REFERENCES enterprise_accounts (group_id, id),
        CONSTRAINT authentication_snapshots_enterprise_name_check
          CHECK (char_length(enterprise_name) BETWEEN 1 AND 255),
        CONSTRAINT authentication_snapshots_name_key_check CHECK (name_key <> ''),
        CONSTRAINT authentication_snapshots_certificate_country_check CHECK (certificate_country ~ '^[A-Z]{2}$'),
        CONSTRAINT authentication_snapshots_certificate_type_check CHECK (certificate_type IN (
          'BUSINESS_LICENSE', 'PUBLIC_INSTITUTION_LEGAL_PERSON', 'SOCIAL_ORGANIZATION_LEGAL_PERSON',
          'LAW_ENFORCEMENT_QUALIFICATION', 'ORGANIZATION_CODE', 'OTHER')),
        CONSTRAINT authentication_snapshots_certificate_number_check CHECK (certificate_number ~ '^[0-9A-Z./()-]{1,32}$')
      );

      ALTER TABLE enterprise_accounts ADD CONSTRAINT enterprise_accounts_snapshot_fkey
        FOREIGN KEY (group_id, snapshot_id) REFERENCES authentication_snapshots (group_id, id);

      CREATE TABLE authentication_history (
        group_id uuid NOT NULL,
        account_id uuid NOT NULL,
        revision bigint NOT NULL,
        snapshot_id uuid NOT NULL,
        recorded_at timestamptz(3) NOT NULL,
        CONSTRAINT authentication_history_pkey PRIMARY KEY (group_id, account_id, revision),
        CONSTRAINT authentication_history_account_fkey
          FOREIGN KEY (group_id, account_id) REFERENCES enterprise_accounts (group_id, id),
        CONSTRAINT authentication_history_snapshot_fkey
          FOREIGN KEY (group_id, snapshot_id) REFERENCES authentication_snapshots (group_id, id)
      );

      -- Members by name: the counts of a million of them come from this index alone.
      CREATE INDEX enterprise_accounts_name ON enterprise_accounts (group_id, name_key, id) INCLUDE (snapshot_id);

      -- What is looked for across groups: an id, the masters, a name.
      CREATE INDEX enterprise_accounts_id ON enterprise_accounts (id);
      CREATE INDEX enterprise_accounts_masters ON enterprise_accounts (id) WHERE id = group_id;
      CREATE INDEX enterprise_accounts_name_anywhere ON enterprise_accounts (name_key, id);
      CREATE INDEX authentication_snapshots_id ON authentication_snapshots (id);
      CREATE INDEX authentication_snapshots_name_anywhere ON authentication_snapshots (name_key);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE authentication_history;
      ALTER TABLE enterprise_accounts DROP CONSTRAINT enterprise_accounts_snapshot_fkey;
      DROP TABLE authentication_snapshots;
      DROP TABLE enterprise_accounts;
    `);
  }
}
