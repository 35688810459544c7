import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { CommitAuthenticationResult } from "../../../src/application/commit-authentication.js";
import type { EnterpriseAccount } from "../../../src/domain/enterprise-account.js";
import { AT_ONCE, allAtOnce } from "../../support/all-at-once.js";
import { type ChangeResult, expectSerial } from "../../support/expect-serial.js";
import { Given } from "../../support/given.js";
import { NO_LINE } from "../../support/import-line.js";
import { EVERYTHING, itemsOf } from "../../support/pages.js";
import { rowsWrittenBy } from "../../support/rows-written.js";
import { aName } from "../../support/samples.js";
import { openTestStorage, type TestStorage } from "../../support/test-storage.js";

let storage: TestStorage;
let given: Given;

beforeAll(async () => {
  storage = await openTestStorage();
  given = new Given(storage);
});

afterAll(() => storage.close());

describe("first authentications of one master at once", () => {
  test("are one first authentication, and refusals that show it", async () => {
    const master = await given.master("Acme Ltd");
    const members = await given.members(master, "Acme Ltd", "Other Ltd");
    const names = Array.from({ length: AT_ONCE }, (_, index) => `Name ${index} Ltd`);

    const commits = names.map((name) => () => given.commit(master, name));
    const { answer: results, written } = await rowsWrittenBy(storage.dataSource, () =>
      allAtOnce(storage.dataSource, master, commits),
    );

    const kinds = results.map(({ kind }) => kind).sort();
    expect(kinds).toEqual([...Array(AT_ONCE - 1).fill("AlreadyAuthenticated"), "AuthenticationCommitted"]);
    const [snapshot, ...others] = results.map(snapshotIn);
    for (const other of others) expect(other).toStrictEqual(snapshot);
    const { authentication_snapshots, authentication_history, synchronizations } = written;
    expect({ authentication_snapshots, authentication_history, synchronizations }).toEqual({
      authentication_snapshots: 1,
      authentication_history: 1,
      synchronizations: 1,
    });
    const current = await given.current(master, ...members);
    expect(current.map((account) => account?.authentication ?? null)).toStrictEqual([snapshot, snapshot, null]);
  });

  test("are so every time, in whichever order they come", async () => {
    for (let round = 0; round < 40; round += 1) {
      const master = await given.master("Acme Ltd");
      await given.member(master, "Acme Ltd");

      const results = await Promise.all([given.commit(master, "Beta Ltd"), given.commit(master, "Gamma Ltd")]);

      expect(results.map(({ kind }) => kind).sort()).toEqual(["AlreadyAuthenticated", "AuthenticationCommitted"]);
      expect(snapshotIn(results[0])).toStrictEqual(snapshotIn(results[1]));
    }
  });
});

describe("changes of one group at once", () => {
  test("are as if made one after the other, in the order of their revisions", async () => {
    const { registerMember, rename } = given.useCases;
    for (let round = 0; round < 10; round += 1) {
      const master = await given.master("Acme Ltd");
      const [first, second, third, fourth] = await given.members(
        master,
        "Acme Ltd",
        "Other Ltd",
        "Beta Ltd",
        "Acme Ltd",
      );
      const register = (name: string) => () =>
        registerMember.execute({ masterId: master.id, enterpriseName: aName(name), idempotencyKey: null });
      const renameTo =
        (name: string, { id }: EnterpriseAccount) =>
        () =>
          rename.execute({ accountId: id, enterpriseName: aName(name) });
      const changes = [
        () => given.commit(master, "Beta Ltd"),
        register("Acme Ltd"),
        register("Beta Ltd"),
        renameTo("Other Ltd", first),
        renameTo("Acme Ltd", second),
        renameTo("Gamma Ltd", third),
        () => given.commit(fourth, "Acme Ltd"),
        renameTo("Gamma Ltd", master),
      ];

      const results = await allAtOnce<ChangeResult>(storage.dataSource, master, inTurn(changes, round));

      await expectSerial(given, [master, first, second, third, fourth], results);
    }
  });

  test("are seen by a reader whole or not at all", async () => {
    const master = await given.master("Acme Ltd");
    const members = await given.members(master, "Acme Ltd", "Acme Ltd", "Beta Ltd");
    const seen = () =>
      given.read(async ({ accounts, authentications }) => {
        const [page] = await accounts.membersOf([master.id], { authenticationStatus: "AUTHENTICATED" }, EVERYTHING);
        const histories = await authentications.historyOf([master, ...members], EVERYTHING);
        const found = await accounts.find(master.id);
        return [found?.isAuthenticated, page?.items.length, histories.flatMap(itemsOf).length];
      });

    const [, ...states] = await Promise.all([given.commit(master, "Beta Ltd"), ...Array.from({ length: 40 }, seen)]);

    const [none, all] = [
      [false, 0, 0],
      [true, 3, 4],
    ];
    for (const state of states) expect([none, all]).toContainEqual(state);
    expect(await seen()).toEqual(all);
  });
});

describe("registrations of one reference at once", () => {
  test("are one account, whether it came by itself or with others, and refusals", async () => {
    const { registerMember, registerMembers } = given.useCases;
    for (let round = 0; round < 10; round += 1) {
      const master = await given.master("Acme Ltd");
      const enterpriseName = aName("Acme Ltd");
      const request = { masterId: master.id, idempotencyKey: null };
      const alone = () => registerMember.execute({ ...request, enterpriseName, reference: "one" });
      const members = ["two", "one"].map((reference) => ({ enterpriseName: enterpriseName.value, reference }));
      const together = () => registerMembers.execute({ ...request, members });

      const results = await allAtOnce<ChangeResult>(
        storage.dataSource,
        master,
        inTurn([alone, together, alone, together], round),
      );

      const refused = results.filter(({ kind }) => kind === "ReferenceTaken" || kind === "MembersRefused");
      const [page] = await given.read(({ accounts }) => accounts.membersOf([master.id], {}, EVERYTHING));
      const references = itemsOf(page).map(({ reference }) => reference);
      expect(refused).toHaveLength(3);
      expect([["one"], ["two", "one"]]).toContainEqual(references);
      expect(await given.read(({ accounts }) => accounts.revisionOf(master.id))).toBe(2);
    }
  });
});

/** The same changes, another one first. */
function inTurn<T>(items: readonly T[], start: number): T[] {
  return items.map((_, index) => items[(index + start) % items.length] as T);
}

/** Of the commit, or of what was in its way. */
function snapshotIn(result: CommitAuthenticationResult | undefined) {
  return result && "account" in result ? result.account.authentication : null;
}

describe("imports of one file at once", () => {
  test("add each account once", async () => {
    const master = await given.master("Acme Group");
    const { importAccounts } = given.useCases;
    const lines = Array.from({ length: 100 }, (_, index) => ({
      ...NO_LINE,
      number: index + 1,
      reference: `m${index}`,
      enterpriseName: "Acme Ltd",
    }));
    const batch = { lines, unreadable: [], masterId: master.id, skipBadLines: false };
    const read = importAccounts.read(batch);

    const results = await allAtOnce(
      storage.dataSource,
      master,
      Array.from({ length: AT_ONCE }, () => () => importAccounts.execute(read)),
    );

    expect(results.filter((result) => result.kind === "BatchImported" && result.added === 100)).toHaveLength(1);
    expect(results.filter((result) => result.kind === "BatchImported" && result.present === 100)).toHaveLength(
      AT_ONCE - 1,
    );
  });
});
