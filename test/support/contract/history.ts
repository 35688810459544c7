import { describe, expect, test } from "@jest/globals";
import type { Page } from "../../../src/application/page.js";
import { AuthenticationRecord } from "../../../src/domain/authentication-record.js";
import type { Given } from "../given.js";
import { EVERYTHING, expectTruePages, itemsOf } from "../pages.js";
import { aSnapshot } from "../samples.js";
import type { StartEmpty } from "./start-empty.js";

export function historyContract(startEmpty: StartEmpty): void {
  describe("an account's history", () => {
    test("is empty before its first authentication", async () => {
      const given = await startEmpty();
      const master = await given.master("Acme Ltd");

      const pages = await given.read(({ authentications }) => authentications.historyOf([master], EVERYTHING));

      expect(pages).toEqual([{ items: [], hasPrevious: false, hasNext: false }]);
    });

    test("holds what each account was authenticated with, its own and its master's, newest first", async () => {
      const given = await startEmpty();
      const master = await given.master("Acme Ltd");
      const [alone, other, both] = await given.members(master, "Acme Ltd", "Gamma Ltd", "Gamma Ltd");
      const own = await given.authenticated(both, "Beta Ltd");
      const committed = await given.synchronized(master, "BETA ltd");
      const later = await given.authenticated(other, "Beta Ltd");
      const accounts = [both, master, alone, other, both];

      const histories = await given.read(({ authentications }) => authentications.historyOf(accounts, EVERYTHING));

      const ofBoth = [
        AuthenticationRecord.synchronized(committed.synchronization, "beta ltd"),
        AuthenticationRecord.own(own.snapshot, own.account.revision),
      ];
      expect(histories.map(itemsOf)).toStrictEqual([
        ofBoth,
        [AuthenticationRecord.own(committed.snapshot, committed.account.revision)],
        [AuthenticationRecord.synchronized(committed.synchronization, "acme ltd")],
        [AuthenticationRecord.own(later.snapshot, later.account.revision)],
        ofBoth,
      ]);
    });

    test("says by which of the master's names a member was synchronized", async () => {
      const given = await startEmpty();
      const master = await given.master("Acme Ltd");
      const members = await given.members(master, "ACME ltd", "beta LTD");
      await given.authenticated(master, "Beta Ltd");

      const histories = await given.read(({ authentications }) => authentications.historyOf(members, EVERYTHING));

      expect(histories.flatMap(itemsOf).map(({ reason }) => reason)).toEqual(["SAME_NAME_BEFORE", "SAME_NAME_AFTER"]);
    });

    test("is read by the page", async () => {
      const { given, member } = await aLongHistory(await startEmpty());

      const [page] = await given.read(({ authentications }) => authentications.historyOf([member], EVERYTHING));

      expect(page?.items.map(({ position }) => position)).toEqual([[11], [8], [5], [3]]);
      await given.read(({ authentications }) =>
        expectTruePages(async (request) => {
          const [history] = await authentications.historyOf([member], request);
          return history as Page<AuthenticationRecord>;
        }),
      );
    });

    test("is read by the page of several accounts as of one by itself, between any bounds", async () => {
      const { given, master, member } = await aLongHistory(await startEmpty());

      for (const part of [{ after: [8] }, { before: [8] }, { after: [8], from: "end" as const }, { before: [12] }]) {
        const request = { ...EVERYTHING, limit: 2, ...part };
        const together = await given.read(({ authentications }) =>
          authentications.historyOf([master, member], request),
        );
        const alone = await given.read(async ({ authentications }) => [
          ...(await authentications.historyOf([master], request)),
          ...(await authentications.historyOf([member], request)),
        ]);
        expect({ request, together }).toStrictEqual({ request, together: alone });
      }
    });

    test("is read for no account as no page", async () => {
      const given = await startEmpty();

      const pages = await given.read(({ authentications }) => authentications.historyOf([], EVERYTHING));

      expect(pages).toEqual([]);
    });
  });
}

/** Of a member that was authenticated at the revisions 3, 5 and 8, and by its master at 11. */
async function aLongHistory(given: Given) {
  const master = await given.master("Acme Ltd");
  const member = await given.member(master, "Acme Ltd");
  await given.write(async ({ authentications }) => {
    for (const revision of [3, 5, 8]) {
      const snapshot = aSnapshot(member);
      await authentications.addSnapshot(snapshot);
      await authentications.addToHistory(AuthenticationRecord.own(snapshot, revision));
    }
  });
  for (let revision = 3; revision <= 10; revision += 1) await given.renamed(master, "Acme Ltd");
  await given.authenticated(master, "Acme Ltd");
  return { given, master, member };
}
