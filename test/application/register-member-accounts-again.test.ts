import { describe, expect, test } from "@jest/globals";
import { MemberAccountsRegistered } from "../../src/application/account-registered.js";
import { IdempotencyKeyReused } from "../../src/application/refusals.js";
import { aGroupToFill, type Row } from "../support/a-group-to-fill.js";
import { aName } from "../support/samples.js";

const KEY = { idempotencyKey: "key" };
const ROWS: readonly Row[] = [["Gamma Ltd", "1"], ["Acme Ltd"], ["Acme Ltd", "2"]];

describe("registering member accounts with an idempotency key", () => {
  test("registers them once, and answers with them in the same order every time", async () => {
    const { register, members } = await aGroupToFill();
    const first = await register(ROWS, KEY);
    const before = await members();

    const again = [await register(ROWS, KEY), await register(ROWS, KEY)];

    expect(first).toMatchObject({ kind: "MemberAccountsRegistered", replayed: false });
    expect(again).toEqual([
      { ...first, replayed: true },
      { ...first, replayed: true },
    ]);
    expect(await members()).toStrictEqual(before);
  });

  test("answers again with the accounts as they are now", async () => {
    const { given, master, register } = await aGroupToFill();
    const first = await register([["Gamma Ltd"], ["Acme Ltd"]], KEY);
    if (first.kind !== "MemberAccountsRegistered") throw new Error(first.message);
    const [renamed, reached] = first.accounts;
    if (!renamed || !reached) throw new Error("Two were given.");
    const afterwards = await given.renamed(renamed, "Delta Ltd");
    const { snapshot } = await given.authenticated(master, "Beta Ltd");

    const again = await register([["Gamma Ltd"], ["Acme Ltd"]], KEY);

    expect(again).toStrictEqual(new MemberAccountsRegistered([afterwards, reached.synchronize(snapshot)], true));
  });

  const others: readonly [title: string, rows: readonly Row[]][] = [
    ["one more", [...ROWS, ["Acme Ltd"]]],
    ["one less", ROWS.slice(1)],
    ["another order", ROWS.toReversed()],
    ["another name", [["Delta Ltd", "1"], ...ROWS.slice(1)]],
    ["another reference", [["Gamma Ltd", "3"], ...ROWS.slice(1)]],
    ["a reference less", [["Gamma Ltd"], ...ROWS.slice(1)]],
  ];

  test.each(others)("refuses the key again with %s", async (_title, rows) => {
    const { register, members } = await aGroupToFill();
    await register(ROWS, KEY);
    const before = await members();

    const result = await register(rows, KEY);

    expect(result).toStrictEqual(new IdempotencyKeyReused());
    expect(await members()).toStrictEqual(before);
  });

  test("refuses the key again for another master, and for one member by itself", async () => {
    const { given, master, register } = await aGroupToFill();
    await register([["Gamma Ltd"]], KEY);
    const rival = await given.master("Acme Ltd");
    const alone = { masterId: master.id, enterpriseName: aName("Gamma Ltd"), ...KEY };

    const results = [
      await register([["Gamma Ltd"]], { ...KEY, masterId: rival.id }),
      await given.useCases.registerMember.execute(alone),
    ];

    expect(results).toStrictEqual([new IdempotencyKeyReused(), new IdempotencyKeyReused()]);
  });

  test("leaves the key free where they are refused, for the same input too", async () => {
    const { register } = await aGroupToFill();
    const refused = [await register([["Acme Ltd", "taken"]], KEY), await register([[""]], KEY)];

    const results = [await register([["Acme Ltd", "free"]], KEY), await register([["Acme Ltd", "taken"]], KEY)];

    expect(refused.map(({ kind }) => kind)).toEqual(["MembersRefused", "MembersRefused"]);
    expect(results.map(({ kind }) => kind)).toEqual(["MemberAccountsRegistered", "IdempotencyKeyReused"]);
  });
});
