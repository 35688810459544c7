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

const WRITE = "START TRANSACTION ISOLATION LEVEL READ COMMITTED READ WRITE";
const REVISION = "SELECT revision FROM account_groups WHERE group_id = $1";

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
  WHERE account.id = $1`;

let storage: TestStorage;
let given: Given;

beforeAll(async () => {
  storage = await openTestStorage();
  given = new Given(storage);
});

afterAll(() => storage.close());

describe("previewing", () => {
  test("finds the account with the revision of its group", async () => {
    const { request } = await aPreview();

    const statements = await storage.statements.during(() => given.useCases.preview.execute(request));

    const find = `
      SELECT ${ACCOUNT_WITH_SNAPSHOT}, account_groups.revision AS group_revision
      FROM current_accounts AS account
      JOIN account_groups ON account_groups.group_id = account.group_id
      LEFT JOIN authentication_snapshots AS snapshot
        ON snapshot.group_id = account.group_id AND snapshot.id = account.snapshot_id
      WHERE account.id = $1`;
    expect(statements).toEqual(asTheyRun(find));
  });

  test("counts the members of each status, and of those the bearers of each name, in one pass", async () => {
    const { preview } = await aPreview();

    const statements = await storage.statements.during(() => given.useCases.preview.breakdown(preview));

    const kinds = ["", " AND name_key = $2", " AND name_key = $3"].flatMap((bearing) =>
      ["IS NULL", "IS NOT NULL"].map((isNull) => `snapshot_id ${isNull}${bearing}`),
    );
    const counts = `
      SELECT ${kinds.map((kind, place) => `count(*) FILTER (WHERE ${kind}) AS kind_${place}`).join(", ")},
        (SELECT revision FROM account_groups WHERE group_id = $1) AS group_revision
      FROM enterprise_accounts WHERE group_id = $1 AND id <> group_id`;
    expect(statements).toEqual(asTheyRun(counts));
  });

  test("reads the first page of the members in the order of their ids", async () => {
    const statements = await statementsOfPage({}, { limit: 50, from: "start", after: null, before: null });

    const page = `
      SELECT list.place, page.*, ${ACCOUNT_WITH_SNAPSHOT}, list.revision AS group_revision
      FROM (SELECT 1 AS place, group_id, revision FROM account_groups WHERE group_id = $1::uuid) AS list
      CROSS JOIN LATERAL (
        SELECT beyond.*, slice.*
        FROM (SELECT false AS page_has_before, false AS page_has_after OFFSET 0) AS beyond
        LEFT JOIN (
          SELECT listed.id AS page_id, listed.group_id AS page_group_id FROM enterprise_accounts AS listed
          WHERE listed.group_id = list.group_id AND listed.id <> listed.group_id
          ORDER BY listed.id LIMIT 51
        ) AS slice ON true
      ) AS page
      ${JOINED}
      ORDER BY list.place, page_id`;
    expect(statements).toEqual(asTheyRun(page));
  });

  test("reads a later page of those that are synchronized from ranges of the index of each status", async () => {
    const after = ["beta ltd", 3, newId()];

    const statements = await statementsOfPage(
      { synchronized: true },
      { limit: 50, from: "start", after, before: null },
    );

    expect(statements).toEqual(
      asTheyRun(
        inSpans([WITHIN_NAME], { limit: 51 }),
        inSpans([WITHIN_NAME], { limit: 1, direction: " DESC" }),
        REVISION,
      ),
    );
  });

  test("reads the last page of those that are not from the same order, backwards", async () => {
    const statements = await statementsOfPage(
      { synchronized: false },
      { limit: 50, from: "end", after: null, before: null },
    );

    expect(statements).toEqual(asTheyRun(inSpans([WHOLE_NAMES], { limit: 51, direction: " DESC" }), REVISION));
  });
});

describe("committing", () => {
  const LOCK = `
    UPDATE account_groups AS locked SET revision = locked.revision + 1
    FROM enterprise_accounts AS account
    WHERE account.id = $1 AND locked.group_id = account.group_id
      AND ($2::uuid[] IS NULL OR locked.group_id = ANY ($2))
    RETURNING locked.group_id, locked.revision,
      locked.has_authenticated_members OR locked.has_unauthenticated_members AS has_members`;

  test("a master locks its group, reads it once, and writes a row of each kind", async () => {
    const { master } = await aPreview();

    const statements = await storage.statements.during(() => given.authenticated(master, "Beta Ltd"));

    const snapshot = `
      INSERT INTO authentication_snapshots (group_id, id, account_id, enterprise_name, name_key, certificate_country,
        certificate_type, certificate_number, authenticated_at, recorded_by, request_id)
      SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[],
        $8::text[], $9::timestamptz[], $10::text[], $11::text[])`;
    const account = `UPDATE enterprise_accounts SET enterprise_name = $3, name_key = $4, snapshot_id = $5, revision = $6
      WHERE group_id = $1 AND id = $2`;
    const history = `
      INSERT INTO authentication_history (group_id, account_id, revision, snapshot_id, recorded_at)
      SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::bigint[], $4::uuid[], $5::timestamptz[])`;
    const synchronization = `
      INSERT INTO synchronizations
        (group_id, id, revision, name_before, name_before_key, name_keys, snapshot_id, committed_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`;
    const elements = { selection: "true AS found", joins: "" };
    const someOfEachStatus = inSpans([WITHIN_NAME, WHOLE_NAMES], { limit: 1, elements });
    const statuses = `UPDATE account_groups SET has_authenticated_members = $2, has_unauthenticated_members = $3
      WHERE group_id = $1 AND (has_authenticated_members <> $2 OR has_unauthenticated_members <> $3)`;
    const written = [snapshot, account, history, synchronization, someOfEachStatus, statuses];
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

/** What a page's accounts and snapshots are looked up by, once it has been cut by ids and positions alone. */
const JOINED = `
  LEFT JOIN LATERAL (
    SELECT * FROM enterprise_accounts AS one WHERE one.group_id = page.page_group_id AND one.id = page.page_id OFFSET 0
  ) AS account ON true
  LEFT JOIN LATERAL (
    SELECT * FROM authentication_snapshots AS one
    WHERE one.group_id = account.group_id AND one.id = account.snapshot_id OFFSET 0
  ) AS snapshot ON true`;

interface Pinned {
  readonly limit: number;
  readonly direction?: string;
  readonly elements?: { readonly selection: string; readonly joins: string };
}

const COLUMNS = ["group_id", "name_key", "revision", "id"];
const WITHIN_NAME = [
  ["list", "integer"],
  ["group_id", "uuid"],
  ["name_key", "text"],
  ["from_revision", "bigint"],
  ["from_id", "uuid"],
  ["to_revision", "bigint"],
  ["to_id", "uuid"],
] as const;
const WHOLE_NAMES = [
  ["list", "integer"],
  ["group_id", "uuid"],
  ["from_name", "text"],
  ["to_name", "text"],
] as const;

/** A page that is cut from ranges of the members' order: the plan is the same whatever is in them. */
function inSpans(
  ranges: readonly (typeof WITHIN_NAME | typeof WHOLE_NAMES)[],
  { limit, direction = "", elements = { selection: ACCOUNT_WITH_SNAPSHOT, joins: JOINED } }: Pinned,
): string {
  const all = (prefix: string, suffix = "") => COLUMNS.map((column) => `${prefix}${column}${suffix}`).join(", ");
  let parameters = 0;
  const read = (isNull: string, columns: typeof WITHIN_NAME | typeof WHOLE_NAMES) => {
    const arrays = columns.map(([, type]) => {
      parameters += 1;
      return `$${parameters}::${type}[]`;
    });
    const range =
      columns === WITHIN_NAME
        ? `name_key = part.name_key AND (revision, id) > (part.from_revision, part.from_id)
          AND (revision, id) < (part.to_revision, part.to_id)`
        : "name_key > part.from_name AND name_key < part.to_name";
    return `
      SELECT part.list AS page_list, ${COLUMNS.map((column) => `found.${column} AS page_${column}`).join(", ")}
      FROM unnest(${arrays.join(", ")}) AS part (${columns.map(([name]) => name).join(", ")})
      CROSS JOIN LATERAL (
        SELECT ${all("")} FROM enterprise_accounts
        WHERE group_id = part.group_id AND snapshot_id IS ${isNull} AND ${range} AND id <> group_id
        ORDER BY ${all("", direction)} LIMIT ${limit}
      ) AS found`;
  };
  const branches = ["NOT NULL", "NULL"].flatMap((isNull) => ranges.map((columns) => read(isNull, columns)));
  return `
    SELECT page.*, ${elements.selection}
    FROM (
      SELECT found.*, row_number() OVER (PARTITION BY page_list ORDER BY ${all("page_", direction)}) AS page_row
      FROM (${branches.join(" UNION ALL ")}) AS found
    ) AS page
    ${elements.joins}
    WHERE page.page_row <= ${limit}
    ORDER BY page.page_list, ${all("page.page_", direction)}`;
}

function asTheyRun(...statements: string[]): string[] {
  return statements.map(onOneLine);
}
