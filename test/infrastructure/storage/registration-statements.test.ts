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
  given = new Given(storage.unitOfWork);
});

afterAll(() => storage.close());

describe("adding accounts", () => {
  test("is one statement with an array for each column", async () => {
    const { id: groupId } = await given.master("Acme Ltd");
    const members = [aMember("Acme Ltd", { groupId }), aMember("Beta Ltd", { groupId })];

    const statements = await statementsOf(() => given.write(({ accounts }) => accounts.add(members)));

    const rows =
      "$1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::uuid[], $7::bigint[], $8::timestamptz[]";
    expect(statements).toEqual([WRITE, `${onOneLine(ACCOUNTS)} SELECT * FROM unnest(${rows})`, "COMMIT"]);
  });

  test("is one statement with what they are authenticated with, too", async () => {
    const { id: groupId } = await given.master("Acme Ltd");
    const members = [aMember("Acme Ltd", { groupId }), aMember("Beta Ltd", { groupId, authenticated: true })];

    const statements = await statementsOf(() => given.write(({ accounts }) => accounts.add(members)));

    expect(statements).toHaveLength(3);
    expect(statements[1]).toMatch(
      /^WITH snapshots AS \(INSERT INTO authentication_snapshots .* records AS \(INSERT INTO authentication_history .* INSERT INTO enterprise_accounts /,
    );
  });
});

describe("locking several groups", () => {
  test("locks them in the order of their ids, so that two never wait for each other", async () => {
    const masters = [await given.master("Acme Ltd"), await given.master("Beta Ltd")];
    const ids = masters.map(({ id }) => id).toReversed();

    const statements = await statementsOf(() => given.write(({ accounts }) => accounts.lockGroups(ids)));

    const lock = `
      WITH locked AS (
        SELECT group_id FROM enterprise_accounts WHERE group_id = ANY ($1::uuid[]) AND id = group_id
        ORDER BY group_id FOR NO KEY UPDATE
      )
      UPDATE enterprise_accounts AS master SET revision = master.revision + 1 FROM locked
      WHERE master.group_id = locked.group_id AND master.id = locked.group_id
      RETURNING master.group_id, master.revision`;
    expect(statements).toEqual([WRITE, onOneLine(lock), "COMMIT"]);
  });
});

function statementsOf(work: () => Promise<unknown>): Promise<readonly string[]> {
  return storage.statements.during(work);
}
