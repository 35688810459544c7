import { describe, expect, test } from "@jest/globals";
import type { CommitAuthenticationCommand } from "../../src/application/commit-authentication.js";
import { InvalidIdempotencyKey, idempotencyKey } from "../../src/application/idempotency-key.js";
import { IdempotencyKeyReused } from "../../src/application/refusals.js";
import { aGroupToCommit, tokenOf } from "../support/a-group-to-commit.js";
import { aCertificate, aName, CREDIT_CODES, newId } from "../support/samples.js";

describe("an idempotency key", () => {
  test.each([
    ["one character", "a"],
    ["255 characters", "a".repeat(255)],
    ["255 characters beyond the basic plane", "💥".repeat(255)],
    ["white space and control characters", " \n\u0001 "],
  ])("may be %s, and is taken as it is", (_title, key) => {
    expect(idempotencyKey(key)).toBe(key);
  });

  test.each([
    ["empty", ""],
    ["256 characters", "a".repeat(256)],
    ["256 characters beyond the basic plane", "💥".repeat(256)],
    ["half of a surrogate pair", "key \ud83d"],
    ["the character U+0000", "k\0y"],
    ["far too long", "a".repeat(1_000_000)],
  ])("must not be %s", (_title, key) => {
    expect(() => idempotencyKey(key)).toThrow(InvalidIdempotencyKey);
  });
});

describe("a commit with an idempotency key", () => {
  test("has one effect, and the same answer every time", async () => {
    const { master, commit } = await aGroupToCommit();
    const first = await commit(master, { idempotencyKey: "key" });

    const again = [await commit(master, { idempotencyKey: "key" }), await commit(master, { idempotencyKey: "key" })];

    expect(first).toMatchObject({ kind: "AuthenticationCommitted", replayed: false });
    expect(again).toEqual([
      { ...first, replayed: true },
      { ...first, replayed: true },
    ]);
  });

  test("answers with the account as it is now", async () => {
    const { given, master, committed } = await aGroupToCommit();
    await committed(master, { idempotencyKey: "key" });
    await given.member(master, "Beta Ltd");

    const { account } = await committed(master, { idempotencyKey: "key" });

    expect(await given.current(master)).toStrictEqual([account]);
  });

  test("repeats that a master without members synchronized nothing, whoever has joined since", async () => {
    const { given, commit } = await aGroupToCommit();
    const alone = await given.master("Acme Ltd");
    await commit(alone, { idempotencyKey: "key" });
    await given.member(alone, "Acme Ltd");

    const again = await commit(alone, { idempotencyKey: "key" });

    expect(again).toMatchObject({ kind: "AuthenticationCommitted", synchronization: null, replayed: true });
  });

  const others: readonly [title: string, command: Partial<CommitAuthenticationCommand>][] = [
    ["name", { enterpriseName: aName("Gamma Ltd") }],
    ["spelling of the name", { enterpriseName: aName("BETA Ltd") }],
    ["certificate", { certificate: aCertificate({ number: CREDIT_CODES[1] }) }],
    ["account", { accountId: newId() }],
  ];

  test.each(others)("is refused with another %s", async (_title, command) => {
    const { master, commit } = await aGroupToCommit();
    await commit(master, { idempotencyKey: "key" });

    const result = await commit(master, { idempotencyKey: "key", ...command });

    expect(result).toStrictEqual(new IdempotencyKeyReused());
  });

  test("is refused with another preview, or without one", async () => {
    const { master, commit, preview } = await aGroupToCommit();
    const previewToken = await preview(master);
    await commit(master, { idempotencyKey: "key", previewToken });

    const result = await commit(master, { idempotencyKey: "key" });

    expect(result).toStrictEqual(new IdempotencyKeyReused());
  });

  test("is refused with the key of another operation", async () => {
    const { given, master, commit } = await aGroupToCommit();
    const registration = { enterpriseName: aName("Beta Ltd"), idempotencyKey: "key" };
    await given.useCases.registerMaster.execute(registration);

    const result = await commit(master, { idempotencyKey: "key" });

    expect(result).toStrictEqual(new IdempotencyKeyReused());
  });

  test("leaves the key free where it is refused", async () => {
    const { given, master, members, commit, preview } = await aGroupToCommit();
    const previewToken = await preview(master);
    await given.renamed(members[2], "Delta Ltd");
    const refused = await commit(master, { idempotencyKey: "key", previewToken });

    const result = await commit(master, { idempotencyKey: "key", previewToken: tokenOf(refused) });

    expect(result).toMatchObject({ kind: "AuthenticationCommitted", replayed: false });
  });
});
