import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { firstAuthenticationCases, nameSets, namesOf } from "../../support/first-authentication-cases.js";
import { Given } from "../../support/given.js";
import { openTestStorage, type TestStorage } from "../../support/test-storage.js";

let storage: TestStorage;
let given: Given;

beforeAll(async () => {
  storage = await openTestStorage();
  given = new Given(storage);
});

afterAll(() => storage.close());

describe("what a synchronization reaches, to whoever reads the views", () => {
  describe.each(nameSets)("by %s", (_what, names) => {
    test.each(firstAuthenticationCases)("row $row: $nameBefore to $nameAfter, member $memberName", async (row) => {
      const { before, after, member: memberName } = namesOf(row, names);
      const master = await given.master(before.value);
      const member = await given.member(master, memberName.value);
      const own = row.memberAuthenticated ? await given.authenticated(member, memberName.value) : null;

      const { account, snapshot, synchronization } = await given.synchronized(master, after.value);

      const name = row.synchronized ? after : memberName;
      const inForce = row.synchronized ? snapshot : own?.snapshot;
      expect(await current(member.id)).toEqual([
        { enterprise_name: name.value, name_key: name.key, snapshot_id: inForce?.id ?? null },
      ]);
      const revision = String(account.revision);
      const reached = { id: member.id, name_key: memberName.key, revision, snapshot_id: snapshot.id };
      expect(await reachedBy(synchronization.id)).toEqual(row.synchronized ? [reached] : []);
      const ownRecord = own && { snapshot_id: own.snapshot.id, synchronization_id: null, name_key: null };
      const carried = { snapshot_id: snapshot.id, synchronization_id: synchronization.id, name_key: memberName.key };
      expect(await historyOf(member.id)).toEqual([ownRecord, row.synchronized && carried].filter(Boolean));
    });
  });

  test("is nothing of the master itself, nor of a group that bears the same names", async () => {
    const master = await given.master("Acme Ltd");
    await given.member(master, "Other Ltd");
    const twin = await given.master("Acme Ltd");
    const [member, other] = await given.members(twin, "Acme Ltd", "Beta Ltd");

    const { snapshot, synchronization } = await given.synchronized(master, "Beta Ltd");

    expect(await reachedBy(synchronization.id)).toEqual([]);
    expect(await historyOf(master.id)).toEqual([
      { snapshot_id: snapshot.id, synchronization_id: null, name_key: null },
    ]);
    for (const { id } of [twin, member, other]) {
      expect(await current(id)).toMatchObject([{ snapshot_id: null }]);
      expect(await historyOf(id)).toEqual([]);
    }
  });
});

function current(id: string): Promise<unknown[]> {
  return storage.dataSource.query("SELECT enterprise_name, name_key, snapshot_id FROM current_accounts WHERE id = $1", [
    id,
  ]);
}

function reachedBy(synchronizationId: string): Promise<unknown[]> {
  return storage.dataSource.query(
    "SELECT id, name_key, revision, snapshot_id FROM synchronized_members WHERE synchronization_id = $1 ORDER BY id",
    [synchronizationId],
  );
}

/** Oldest first. */
function historyOf(accountId: string): Promise<unknown[]> {
  return storage.dataSource.query(
    `SELECT snapshot_id, synchronization_id, name_key FROM account_histories
    WHERE account_id = $1 ORDER BY group_id, revision`,
    [accountId],
  );
}
