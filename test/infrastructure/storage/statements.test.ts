import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { AuthenticationPreview } from "../../../src/application/authentication-preview.js";
import type { PageRequest } from "../../../src/application/page.js";
import type { DecisionFilter } from "../../../src/application/preview-authentication.js";
import { Given } from "../../support/given.js";
import { aName, newId } from "../../support/samples.js";
import { onOneLine } from "../../support/statement-collector.js";
import { openTestStorage, type TestStorage } from "../../support/test-storage.js";

/*
 * The SQL that an operation runs, as it runs. What a page of a large group costs hangs on its shape: see the architecture
 * for what was measured before changing it.
 */

const READ = "START TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY";
const WRITE = "START TRANSACTION ISOLATION LEVEL READ COMMITTED READ WRITE";
const REVISION = "SELECT revision FROM enterprise_accounts WHERE group_id = $1 AND id = $1";

const ACCOUNT_WITH_SNAPSHOT = `
  account.group_id AS account_group_id, account.id AS account_id, account.reference AS account_reference,
  account.revision AS account_revision, account.created_at AS account_created_at,
  account.enterprise_name AS account_enterprise_name, account.name_key AS account_name_key,
  snapshot.group_id AS snapshot_group_id, snapshot.id AS snapshot_id, snapshot.account_id AS snapshot_account_id,
  snapshot.authenticated_at AS snapshot_authenticated_at, snapshot.enterprise_name AS snapshot_enterprise_name,
  snapshot.name_key AS snapshot_name_key, snapshot.certificate_country AS snapshot_certificate_country,
  snapshot.certificate_type AS snapshot_certificate_type, snapshot.certificate_number AS snapshot_certificate_number`;

const FIND = `
  SELECT ${ACCOUNT_WITH_SNAPSHOT}
  FROM current_accounts AS account
  LEFT JOIN authentication_snapshots AS snapshot
    ON snapshot.group_id = account.group_id AND snapshot.id = account.snapshot_id
  WHERE account.id = ANY ($1::uuid[])`;

let storage: TestStorage;
let given: Given;

beforeAll(async () => {
  storage = await openTestStorage();
  given = new Given(storage.unitOfWork);
});

afterAll(() => storage.close());

describe("previewing", () => {
  test("finds the account, and takes the revision of its group from it", async () => {
    const { request } = await aPreview();

    const statements = await storage.statements.during(() => given.useCases.preview.execute(request));

    expect(statements).toEqual(asTheyRun(READ, FIND, "COMMIT"));
  });

  test("counts by the index of the names", async () => {
    const { preview } = await aPreview();

    const statements = await storage.statements.during(() => given.useCases.preview.breakdown(preview));

    const count = `
      SELECT CASE WHEN name_key = ANY ($2::text[]) THEN name_key END AS name_key,
        snapshot_id IS NOT NULL AS authenticated, count(*) AS count
      FROM enterprise_accounts WHERE group_id = $1 AND id <> group_id GROUP BY 1, 2`;
    expect(statements).toEqual(asTheyRun(READ, REVISION, count, "COMMIT"));
  });

  test("reads the first page of the members in the order of their ids", async () => {
    const statements = await statementsOfPage({}, { limit: 50, from: "start", after: null, before: null });

    const page = pageOf({
      columns: "slice.id AS page_id, slice.group_id AS page_group_id",
      beyond: "SELECT false AS page_has_before, false AS page_has_after",
      slice: `SELECT * FROM (
        (
          SELECT listed.id, listed.group_id FROM enterprise_accounts AS listed
          WHERE listed.group_id = $1::uuid AND listed.id <> listed.group_id
          ORDER BY listed.id LIMIT $2::integer
        )
      ) AS merged ORDER BY merged.id LIMIT $2::integer`,
      order: "page_id",
    });
    expect(statements).toEqual(asTheyRun(READ, REVISION, page, "COMMIT"));
  });

  test("reads a later page of those that are synchronized from a range of the index for each name", async () => {
    const after = [newId()];

    const statements = await statementsOfPage(
      { synchronized: true },
      { limit: 50, from: "start", after, before: null },
    );

    const bearing = (select: string, key: string, tail: string) => `(
      SELECT ${select} FROM enterprise_accounts AS listed
      WHERE listed.group_id = $1::uuid AND listed.id <> listed.group_id AND listed.name_key = ${key} AND listed.id ${tail}
    )`;
    const page = pageOf({
      columns: "slice.id AS page_id, slice.group_id AS page_group_id",
      beyond: `SELECT
        EXISTS (
          ${bearing("1", "$2::text", "<= $4::uuid LIMIT 1")} UNION ALL ${bearing("1", "$3::text", "<= $4::uuid LIMIT 1")}
        ) AS page_has_before,
        false AS page_has_after`,
      slice: `SELECT * FROM (
        ${bearing("listed.id, listed.group_id", "$2::text", "> $4::uuid ORDER BY listed.id LIMIT $5::integer")}
        UNION ALL
        ${bearing("listed.id, listed.group_id", "$3::text", "> $4::uuid ORDER BY listed.id LIMIT $5::integer")}
      ) AS merged ORDER BY merged.id LIMIT $5::integer`,
      order: "page_id",
    });
    expect(statements).toEqual(asTheyRun(READ, REVISION, page, "COMMIT"));
  });

  test("reads the last page of those that are not from the ranges of the index between the names", async () => {
    const statements = await statementsOfPage(
      { synchronized: false },
      { limit: 50, from: "end", after: null, before: null },
    );

    const between = (range: string) => `(
      SELECT listed.name_key, listed.id, listed.group_id FROM enterprise_accounts AS listed
      WHERE listed.group_id = $1::uuid AND listed.id <> listed.group_id AND ${range}
      ORDER BY listed.name_key DESC, listed.id DESC LIMIT $4::integer
    )`;
    const page = pageOf({
      columns: "slice.name_key AS page_name_key, slice.id AS page_id, slice.group_id AS page_group_id",
      beyond: "SELECT false AS page_has_before, false AS page_has_after",
      slice: `SELECT * FROM (
        ${between("listed.name_key < $2::text")}
        UNION ALL
        ${between("listed.name_key > $2::text AND listed.name_key < $3::text")}
        UNION ALL
        ${between("listed.name_key > $3::text")}
      ) AS merged ORDER BY merged.name_key DESC, merged.id DESC LIMIT $4::integer`,
      order: "page_name_key DESC, page_id DESC",
    });
    expect(statements).toEqual(asTheyRun(READ, REVISION, page, "COMMIT"));
  });
});

describe("committing", () => {
  const LOCK = `
    UPDATE enterprise_accounts AS master SET revision = master.revision + 1
    FROM enterprise_accounts AS account
    WHERE account.id = $1 AND master.group_id = account.group_id AND master.id = account.group_id
    RETURNING master.group_id, master.revision`;

  test("a master locks its group, reads it once, and writes a row of each kind", async () => {
    const { master } = await aPreview();

    const statements = await storage.statements.during(() => given.authenticated(master, "Beta Ltd"));

    const snapshot = `INSERT INTO "authentication_snapshots"("group_id", "id", "account_id", "authenticated_at",
      "enterprise_name", "name_key", "certificate_country", "certificate_type", "certificate_number")
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`;
    const account = `UPDATE enterprise_accounts SET enterprise_name = $3, name_key = $4, snapshot_id = $5, revision = $6
      WHERE group_id = $1 AND id = $2`;
    const history = `
      INSERT INTO "authentication_history"("group_id", "account_id", "revision", "recorded_at", "snapshot_id")
      VALUES ($1, $2, $3, $4, $5)`;
    const hasMembers = `
      SELECT EXISTS (SELECT FROM enterprise_accounts WHERE group_id = $1 AND id <> group_id) AS has_members`;
    const synchronization = `
      INSERT INTO "synchronizations"("group_id", "id", "revision", "name_keys", "committed_at", "snapshot_id",
        "name_before", "name_before_key")
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`;
    const written = [snapshot, account, history, hasMembers, synchronization];
    expect(statements).toEqual(asTheyRun(WRITE, LOCK, FIND, ...written, "COMMIT"));
  });

  test("an account that is authenticated ends where it is found to be", async () => {
    const { master } = await aPreview();
    await given.authenticated(master, "Beta Ltd");

    const statements = await storage.statements.during(() => given.authenticated(master, "Beta Ltd").catch(() => null));

    expect(statements).toEqual(asTheyRun(WRITE, LOCK, FIND, "ROLLBACK"));
  });
});

async function aPreview() {
  const master = await given.master("Acme Ltd");
  await given.members(master, "Acme Ltd", "Beta Ltd", "Gamma Ltd");
  const request = { accountId: master.id, enterpriseName: aName("Beta Ltd"), certificate: null };
  const preview = await given.useCases.preview.execute(request);
  if (!(preview instanceof AuthenticationPreview)) throw new Error(preview.message);
  return { master, request, preview };
}

async function statementsOfPage(filter: DecisionFilter, page: PageRequest) {
  const { preview } = await aPreview();
  return storage.statements.during(() => given.useCases.preview.members(preview, filter, page));
}

/** A page is cut first, by ids and positions alone; its accounts and snapshots are looked up afterwards. */
function pageOf(part: { columns: string; beyond: string; slice: string; order: string }): string {
  return `
    SELECT list.place, page.*, ${ACCOUNT_WITH_SNAPSHOT}
    FROM (VALUES (1)) AS list (place)
    CROSS JOIN LATERAL (
      SELECT beyond.*, ${part.columns}
      FROM (${part.beyond} OFFSET 0) AS beyond
      LEFT JOIN (${part.slice}) AS slice ON true
    ) AS page
    LEFT JOIN LATERAL (
      SELECT * FROM enterprise_accounts AS one WHERE one.group_id = page.page_group_id AND one.id = page.page_id
    ) AS account ON true
    LEFT JOIN authentication_snapshots AS snapshot
      ON snapshot.group_id = account.group_id AND snapshot.id = account.snapshot_id
    ORDER BY list.place, ${part.order}`;
}

function asTheyRun(...statements: string[]): string[] {
  return statements.map(onOneLine);
}
