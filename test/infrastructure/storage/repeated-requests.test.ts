import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { AT_ONCE, allAtOnce } from "../../support/all-at-once.js";
import { Given } from "../../support/given.js";
import { rowsWrittenBy } from "../../support/rows-written.js";
import { aName, newId } from "../../support/samples.js";
import { openTestStorage, type TestStorage } from "../../support/test-storage.js";

let storage: TestStorage;
let given: Given;

beforeAll(async () => {
  storage = await openTestStorage();
  given = new Given(storage);
});

afterAll(() => storage.close());

describe("requests with one idempotency key at once", () => {
  test("authenticate once, and all are answered with it", async () => {
    const master = await given.master("Acme Ltd");
    await given.member(master, "Acme Ltd");
    const idempotencyKey = newId();

    const commits = times(AT_ONCE, () => given.commit(master, "Beta Ltd", { idempotencyKey }));
    const { answer: results, written } = await rowsWrittenBy(storage.dataSource, () =>
      allAtOnce(storage.dataSource, master, commits),
    );

    const answers = results.map((result) => ({ ...result, replayed: null }));
    expect(results.map((result) => "replayed" in result && result.replayed).sort()).toEqual([false, ...times(7, true)]);
    expect(answers).toEqual(times(AT_ONCE, answers[0]));
    expect(written).toMatchObject({ authentication_snapshots: 1, synchronizations: 1, idempotency_keys: 1 });
  });

  test("register once, and all are answered with it", async () => {
    const { registerMaster } = given.useCases;
    for (let round = 0; round < 10; round += 1) {
      const command = { enterpriseName: aName("Acme Ltd"), idempotencyKey: newId() };

      const results = await Promise.all(times(AT_ONCE, null).map(() => registerMaster.execute(command)));

      const ids = new Set(results.map((result) => ("account" in result ? result.account.id : result.kind)));
      expect(ids.size).toBe(1);
      expect(results.filter((result) => "replayed" in result && !result.replayed)).toHaveLength(1);
    }
  });

  test("register the same members once, and all are answered with them", async () => {
    const master = await given.master("Acme Ltd");
    const members = ["one", "two", "three"].map((reference) => ({ enterpriseName: "Acme Ltd", reference }));
    const command = { masterId: master.id, members, idempotencyKey: newId() };

    const registrations = times(AT_ONCE, () => given.useCases.registerMembers.execute(command));
    const { answer: results, written } = await rowsWrittenBy(storage.dataSource, () =>
      allAtOnce(storage.dataSource, master, registrations),
    );

    const ids = results.map((result) => ("accounts" in result ? result.accounts.map(({ id }) => id) : result.kind));
    expect(ids).toEqual(times(AT_ONCE, ids[0]));
    expect(results.filter((result) => "replayed" in result && !result.replayed)).toHaveLength(1);
    expect(written).toEqual({ account_groups: 1, enterprise_accounts: 3, idempotency_keys: 1 });
  });

  test("let one in, where their inputs differ", async () => {
    const master = await given.master("Acme Ltd");
    const idempotencyKey = newId();
    const names = ["Beta Ltd", "Gamma Ltd", "Delta Ltd"];

    const results = await allAtOnce(
      storage.dataSource,
      master,
      names.map((name) => () => given.commit(master, name, { idempotencyKey })),
    );

    const kinds = results.map(({ kind }) => kind).sort();
    expect(kinds).toEqual(["AuthenticationCommitted", "IdempotencyKeyReused", "IdempotencyKeyReused"]);
  });

  test("are each refused for their own reason where nothing comes of them", async () => {
    const idempotencyKey = newId();

    const results = await Promise.all(
      times(AT_ONCE, newId).map((id) => given.commit({ id: id() }, "Beta Ltd", { idempotencyKey })),
    );

    expect(results.map(({ kind }) => kind)).toEqual(times(AT_ONCE, "AccountNotFound"));
  });
});

function times<T>(count: number, item: T): T[] {
  return Array.from({ length: count }, () => item);
}
