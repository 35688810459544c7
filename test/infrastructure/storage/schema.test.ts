import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { DataSource } from "typeorm";
import { Given } from "../../support/given.js";
import { rowsWrittenBy } from "../../support/rows-written.js";
import { aMember } from "../../support/samples.js";
import { openTestStorage, type TestStorage } from "../../support/test-storage.js";

let storage: TestStorage;

beforeAll(async () => {
  storage = await openTestStorage();
});

afterAll(() => storage.close());

describe("the schema", () => {
  test("is what the mappings say, and beside it only what they cannot: indexes and checks", async () => {
    const changes = await changesToTheMappings(storage.dataSource);

    expect(changes).toEqual(await withoutIndexesAndChecks(storage.dataSource));
  });

  test.each([
    ["a column is nullable", "ALTER TABLE idempotency_keys ALTER COLUMN fingerprint DROP NOT NULL"],
    ["a column has another type", "ALTER TABLE account_groups ALTER COLUMN revision TYPE integer"],
    ["a column has another collation", 'ALTER TABLE idempotency_keys ALTER COLUMN key TYPE text COLLATE "default"'],
    ["a column is missing", "ALTER TABLE authentication_history DROP COLUMN recorded_at CASCADE"],
    ["a column is too many", "ALTER TABLE authentication_history ADD COLUMN remark text"],
    ["a reference is missing", "ALTER TABLE synchronizations DROP CONSTRAINT synchronizations_snapshot_fkey"],
    ["a key is missing", "ALTER TABLE synchronizations DROP CONSTRAINT synchronizations_revision_key"],
  ])("would be seen to be something else where %s", async (_title, change) => {
    const other = await openTestStorage();
    await other.dataSource.query(change);

    const changes = await changesToTheMappings(other.dataSource);

    expect(changes).not.toEqual(await withoutIndexesAndChecks(other.dataSource));
    await other.close();
  });

  test("begins every key of a group's tables with the group", async () => {
    const keys: { key: string; first: string }[] = await storage.dataSource.query(
      `SELECT conname AS key, attname AS first
      FROM pg_constraint JOIN pg_attribute ON attrelid = conrelid AND attnum = conkey[1]
      WHERE connamespace = 'public'::regnamespace AND contype IN ('p', 'u')
        AND conrelid NOT IN ('migrations'::regclass, 'idempotency_keys'::regclass)
      ORDER BY conname`,
    );

    expect(keys).toEqual(
      [
        "account_groups_pkey",
        "authentication_history_pkey",
        "authentication_snapshots_pkey",
        "enterprise_accounts_pkey",
        "enterprise_accounts_reference_key",
        "synchronizations_pkey",
        "synchronizations_revision_key",
        "synchronizations_snapshot_key",
      ].map((key) => ({ key, first: "group_id" })),
    );
  });

  test("refers from group to group only within one", async () => {
    const references: { key: string; from: string; to: string }[] = await storage.dataSource.query(
      `SELECT conname AS key, referring.attname AS from, referred.attname AS to
      FROM pg_constraint
      JOIN pg_attribute AS referring ON referring.attrelid = conrelid AND referring.attnum = conkey[1]
      JOIN pg_attribute AS referred ON referred.attrelid = confrelid AND referred.attnum = confkey[1]
      WHERE connamespace = 'public'::regnamespace AND contype = 'f'`,
    );

    expect(references).toHaveLength(7);
    for (const reference of references) expect(reference).toMatchObject({ from: "group_id", to: "group_id" });
  });

  test("has no trigger, and no sequence but that of the migrations", async () => {
    const found: { name: string }[] = await storage.dataSource.query(
      `SELECT tgname AS name FROM pg_trigger WHERE NOT tgisinternal
      UNION ALL
      SELECT relname FROM pg_class WHERE relkind = 'S' AND relnamespace = 'public'::regnamespace`,
    );

    expect(found).toEqual([{ name: "migrations_id_seq" }]);
  });
});

describe("a commit", () => {
  test.each([1, 500])("writes five rows where the group has a member times %i", async (size) => {
    const given = new Given(storage);
    const master = await given.master("Acme Ltd");
    await given.write(async ({ accounts }) => {
      const revision = (await accounts.lockGroupOf(master.id))?.revision ?? 0;
      const members = Array.from({ length: size }, () => aMember("Acme Ltd", { groupId: master.id, revision }));
      for (const member of members) await accounts.add([member]);
    });

    const { written } = await rowsWrittenBy(storage.dataSource, () => given.authenticated(master, "Beta Ltd"));

    expect(written).toEqual({
      account_groups: 1,
      authentication_history: 1,
      authentication_snapshots: 1,
      enterprise_accounts: 1,
      synchronizations: 1,
    });
    const [page] = await given.useCases.browse.members(
      [master.id],
      { authenticationStatus: "NOT_AUTHENTICATED" },
      { limit: 1, from: "start", after: null, before: null },
    );
    expect(page?.items).toEqual([]);
  });
});

/** What TypeORM would do to make the schema what the mappings say. */
async function changesToTheMappings(dataSource: DataSource): Promise<string[]> {
  const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
  return upQueries.map(({ query }) => query).sort();
}

async function withoutIndexesAndChecks(dataSource: DataSource): Promise<string[]> {
  const statements: { statement: string }[] = await dataSource.query(`
    SELECT format('DROP INDEX "public"."%s"', indexrelid::regclass) AS statement
    FROM pg_index JOIN pg_class ON pg_class.oid = indrelid
    WHERE relnamespace = 'public'::regnamespace AND NOT indisunique
    UNION ALL
    SELECT format('ALTER TABLE "%s" DROP CONSTRAINT "%s"', conrelid::regclass, conname)
    FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype = 'c'`);
  return statements.map(({ statement }) => statement).sort();
}
