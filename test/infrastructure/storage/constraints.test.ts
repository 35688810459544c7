import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { Given } from "../../support/given.js";
import { openTestStorage, type TestStorage } from "../../support/test-storage.js";

let storage: TestStorage;

beforeAll(async () => {
  storage = await openTestStorage();
  const given = new Given(storage);
  const [master, other] = [await given.master("Acme Ltd"), await given.master("Acme Ltd")];
  await given.members(master, "Acme Ltd", "Beta Ltd");
  await given.member(other, "Acme Ltd");
  await given.synchronized(master, "Beta Ltd");
  await given.synchronized(other, "Beta Ltd");
  await given.useCases.registerMaster.execute({ enterpriseName: master.enterpriseName, idempotencyKey: "one" });
  await given.useCases.registerMaster.execute({ enterpriseName: master.enterpriseName, idempotencyKey: "two" });
});

afterAll(() => storage.close());

const NOBODY = "'019b76da-0000-7000-8000-000000000000'";

/** By the constraint that refuses it. A key is refused where every row gets the same one. */
const refused: Readonly<Record<string, string>> = {
  enterprise_accounts_pkey: "UPDATE enterprise_accounts SET id = group_id",
  enterprise_accounts_master_fkey: `UPDATE enterprise_accounts SET group_id = ${NOBODY}, snapshot_id = NULL`,
  enterprise_accounts_snapshot_fkey: `UPDATE enterprise_accounts SET snapshot_id = ${NOBODY}`,
  enterprise_accounts_reference_key: "UPDATE enterprise_accounts SET reference = 'one'",
  enterprise_accounts_reference_check: "UPDATE enterprise_accounts SET reference = repeat('𠮷', 129)",
  enterprise_accounts_enterprise_name_check: "UPDATE enterprise_accounts SET enterprise_name = repeat('𠮷', 256)",
  enterprise_accounts_name_key_check: "UPDATE enterprise_accounts SET name_key = ''",
  enterprise_accounts_revision_check: "UPDATE enterprise_accounts SET revision = 0",
  account_groups_pkey: "INSERT INTO account_groups SELECT * FROM account_groups",
  account_groups_master_fkey: `INSERT INTO account_groups VALUES (${NOBODY}, 1, false, false)`,
  account_groups_revision_check: "UPDATE account_groups SET revision = 0",
  authentication_snapshots_pkey: "INSERT INTO authentication_snapshots SELECT * FROM authentication_snapshots",
  authentication_snapshots_account_fkey: `UPDATE authentication_snapshots SET account_id = ${NOBODY}`,
  authentication_snapshots_enterprise_name_check: "UPDATE authentication_snapshots SET enterprise_name = ''",
  authentication_snapshots_name_key_check: "UPDATE authentication_snapshots SET name_key = ''",
  authentication_snapshots_certificate_country_check: "UPDATE authentication_snapshots SET certificate_country = 'cn'",
  authentication_snapshots_certificate_type_check: "UPDATE authentication_snapshots SET certificate_type = 'PASSPORT'",
  authentication_snapshots_certificate_number_check: "UPDATE authentication_snapshots SET certificate_number = 'a b'",
  authentication_snapshots_recorded_check: "UPDATE authentication_snapshots SET request_id = NULL",
  authentication_history_pkey: "INSERT INTO authentication_history SELECT * FROM authentication_history",
  authentication_history_account_fkey: `UPDATE authentication_history SET account_id = ${NOBODY}`,
  authentication_history_snapshot_fkey: `UPDATE authentication_history SET snapshot_id = ${NOBODY}`,
  synchronizations_pkey: "INSERT INTO synchronizations SELECT * FROM synchronizations",
  synchronizations_revision_key: `INSERT INTO synchronizations SELECT group_id, ${NOBODY}, revision, name_before,
    name_before_key, name_keys, snapshot_id, committed_at FROM synchronizations`,
  synchronizations_snapshot_key: `INSERT INTO synchronizations SELECT group_id, ${NOBODY}, revision + 1, name_before,
    name_before_key, name_keys, snapshot_id, committed_at FROM synchronizations`,
  synchronizations_snapshot_fkey: `UPDATE synchronizations SET snapshot_id = ${NOBODY}`,
  synchronizations_name_keys_check: "UPDATE synchronizations SET name_keys = '{}'",
  idempotency_keys_pkey: "UPDATE idempotency_keys SET key = 'one'",
  idempotency_keys_key_check: "UPDATE idempotency_keys SET key = ''",
};

describe("the database holds", () => {
  test.each(Object.entries(refused))("%s", async (constraint, statement) => {
    const answer = storage.dataSource.query(statement);

    await expect(answer).rejects.toMatchObject({ driverError: { constraint } });
  });

  test("nothing else by a constraint", async () => {
    const constraints: { name: string }[] = await storage.dataSource.query(
      `SELECT conname AS name FROM pg_constraint
      WHERE connamespace = 'public'::regnamespace AND contype <> 'n' AND conrelid <> 'migrations'::regclass`,
    );

    expect(constraints.map(({ name }) => name).sort()).toEqual(Object.keys(refused).sort());
  });
});
