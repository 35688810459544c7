import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { Given } from "../../support/given.js";
import { aMember } from "../../support/samples.js";
import { onOneLine } from "../../support/statement-collector.js";
import { openTestStorage, type TestStorage } from "../../support/test-storage.js";

const WRITE = "START TRANSACTION ISOLATION LEVEL READ COMMITTED READ WRITE";
const ACCOUNTS = `
  INSERT INTO enterprise_accounts (group_id, id, reference, enterprise_name, name_key, snapshot_id, revision, created_at)`;

let storage: TestStorage;
let given: Given;

beforeAll(async () => {
  storage = await openTestStorage();
  given = new Given(storage);
});

afterAll(() => storage.close());

describe("adding accounts", () => {
  test("is one statement with an array for each column", async () => {
    const { id: groupId } = await given.master("Acme Ltd");
    const members = [aMember("Acme Ltd", { groupId }), aMember("Beta Ltd", { groupId })];

    const statements = await statementsOf(() => given.write(({ accounts }) => accounts.add(members)));

    const joined = `
      UPDATE account_groups AS joined SET
        has_authenticated_members = joined.has_authenticated_members OR added.has_authenticated_members,
        has_unauthenticated_members = joined.has_unauthenticated_members OR added.has_unauthenticated_members
      FROM unnest($1::uuid[], $2::bigint[], $3::boolean[], $4::boolean[])
        AS added (group_id, revision, has_authenticated_members, has_unauthenticated_members)
      WHERE joined.group_id = added.group_id AND (
        added.has_authenticated_members AND NOT joined.has_authenticated_members
        OR added.has_unauthenticated_members AND NOT joined.has_unauthenticated_members)`;
    const rows =
      "$5::uuid[], $6::uuid[], $7::text[], $8::text[], $9::text[], $10::uuid[], $11::bigint[], $12::timestamptz[]";
    const insertion = `WITH joined AS (${joined}) ${ACCOUNTS} SELECT * FROM unnest(${rows})`;
    expect(statements).toEqual([WRITE, onOneLine(insertion), "COMMIT"]);
  });

  test("is one statement with what they are authenticated with, too", async () => {
    const { id: groupId } = await given.master("Acme Ltd");
    const members = [aMember("Acme Ltd", { groupId }), aMember("Beta Ltd", { groupId, authenticated: true })];

    const statements = await statementsOf(() => given.write(({ accounts }) => accounts.add(members)));

    expect(statements).toHaveLength(3);
    expect(statements[1]).toMatch(
      /^WITH snapshots AS \(INSERT INTO authentication_snapshots .* records AS \(INSERT INTO authentication_history .* joined AS \(UPDATE account_groups .* INSERT INTO enterprise_accounts /,
    );
  });
});

describe("locking several groups", () => {
  test("locks them in the order of their ids, so that two never wait for each other", async () => {
    const masters = [await given.master("Acme Ltd"), await given.master("Beta Ltd")];
    const ids = masters.map(({ id }) => id).toReversed();

    const statements = await statementsOf(() => given.write(({ accounts }) => accounts.lockGroups(ids)));

    const lock = `
      WITH ordered AS (
        SELECT group_id FROM account_groups WHERE group_id = ANY ($1::uuid[]) ORDER BY group_id FOR NO KEY UPDATE
      )
      UPDATE account_groups AS locked SET revision = locked.revision + 1 FROM ordered
      WHERE locked.group_id = ordered.group_id
      RETURNING locked.group_id, locked.revision,
        locked.has_authenticated_members OR locked.has_unauthenticated_members AS has_members`;
    expect(statements).toEqual([WRITE, onOneLine(lock), "COMMIT"]);
  });
});

function statementsOf(work: () => Promise<unknown>): Promise<readonly string[]> {
  return storage.statements.during(work);
}
