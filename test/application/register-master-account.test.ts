import { describe, expect, test } from "@jest/globals";
import { IdempotencyKeyReused } from "../../src/application/refusals.js";
import type { RegisterMasterAccount } from "../../src/application/register-master-account.js";
import { Given } from "../support/given.js";
import { InMemoryStorage } from "../support/in-memory-storage.js";
import { EVERYTHING, itemsOf } from "../support/pages.js";
import { aName } from "../support/samples.js";

describe("registering a master account", () => {
  test("begins a group of its own, not authenticated", async () => {
    const { given, register } = start();

    const { account } = registered(await register("Acme Ltd"));

    expect(account).toMatchObject({
      groupId: account.id,
      role: "MASTER",
      enterpriseName: aName("Acme Ltd"),
      authenticationStatus: "NOT_AUTHENTICATED",
      revision: 1,
    });
    expect(await accountsIn(given)).toStrictEqual([account]);
  });

  test("gives it the reference that it is to bear, whichever other masters bear it", async () => {
    const { given } = start();

    const masters = [await given.master("Acme Ltd", "head"), await given.master("Acme Ltd", "head")];

    expect(masters.map(({ reference }) => reference)).toEqual(["head", "head"]);
    expect(await accountsIn(given)).toStrictEqual(masters.toReversed());
  });

  test("registers another one each time, whatever its name", async () => {
    const { given, register } = start();

    const results = [await register("Acme Ltd"), await register("Acme Ltd")];

    expect(await accountsIn(given)).toStrictEqual(results.map((result) => registered(result).account).reverse());
  });

  test("registers one account for one idempotency key", async () => {
    const { given, register } = start();
    const first = registered(await register("Acme Ltd", "key"));

    const again = registered(await register("Acme Ltd", "key"));

    expect(first.replayed).toBe(false);
    expect(again).toEqual({ ...first, replayed: true });
    expect(await accountsIn(given)).toStrictEqual([first.account]);
  });

  test("answers a repeated request with the account as it is now", async () => {
    const { given, register } = start();
    const { account } = registered(await register("Acme Ltd", "key"));
    const renamed = await given.renamed(account, "Beta Ltd");

    const again = registered(await register("Acme Ltd", "key"));

    expect(again.account).toStrictEqual(renamed);
  });

  test.each([
    ["Beta Ltd", null],
    ["ACME Ltd", null],
    ["Acme Ltd", "head"],
  ])("refuses the key again with the name %j and the reference %j", async (name, reference) => {
    const { given, register } = start();
    await register("Acme Ltd", "key");

    const result = await register(name, "key", reference);

    expect(result).toStrictEqual(new IdempotencyKeyReused());
    expect(await accountsIn(given)).toHaveLength(1);
  });
});

function start() {
  const given = new Given(new InMemoryStorage());
  return {
    given,
    register: (name: string, idempotencyKey: string | null = null, reference: string | null = null) =>
      given.useCases.registerMaster.execute({ enterpriseName: aName(name), reference, idempotencyKey }),
  };
}

function registered(result: Awaited<ReturnType<RegisterMasterAccount["execute"]>>) {
  if (result.kind !== "MasterAccountRegistered") throw new Error(result.message);
  return result;
}

async function accountsIn(given: Given) {
  return itemsOf(await given.read(({ accounts }) => accounts.list({}, EVERYTHING)));
}
