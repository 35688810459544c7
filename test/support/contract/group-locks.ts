import { describe, expect, test } from "@jest/globals";
import type { LockedGroup } from "../../../src/application/stores.js";
import type { EnterpriseAccount } from "../../../src/domain/enterprise-account.js";
import type { Given } from "../given.js";
import { newId } from "../samples.js";
import type { StartEmpty } from "./start-empty.js";

export function groupLocksContract(startEmpty: StartEmpty): void {
  describe("locking groups", () => {
    test("takes the next revision of each", async () => {
      const { given, master, other, third } = await threeGroups(await startEmpty());

      const locked = await lock(given, [third.id, master.id]);

      expect(locked).toEqual([
        { id: master.id, revision: 3, hasMembers: true },
        { id: third.id, revision: 2, hasMembers: false },
      ]);
      expect(await revisionsOf(given, master, other, third)).toEqual([3, 1, 2]);
    });

    test("locks a group once that is named twice", async () => {
      const { given, master, other } = await threeGroups(await startEmpty());

      const locked = await lock(given, [other.id, master.id, other.id, other.id]);

      expect(locked).toEqual([
        { id: master.id, revision: 3, hasMembers: true },
        { id: other.id, revision: 2, hasMembers: false },
      ]);
    });

    test("leaves out what is no group, a member's id too", async () => {
      const { given, master, member, other } = await threeGroups(await startEmpty());

      const locked = await lock(given, [member.id, "no id", "", "\0", newId(), other.id]);

      expect(locked).toEqual([{ id: other.id, revision: 2, hasMembers: false }]);
      expect(await revisionsOf(given, master)).toEqual([2]);
    });

    test("locks nothing where nothing is named", async () => {
      const { given } = await threeGroups(await startEmpty());

      expect(await lock(given, [])).toEqual([]);
    });

    test.each<[what: string, among: (groups: Groups) => readonly string[] | null, found: boolean]>([
      ["every group", () => null, true],
      ["its own group", ({ master }) => [master.id], true],
      ["several groups, its own too", ({ other, master, third }) => [other.id, master.id, third.id], true],
      ["other groups", ({ other, third }) => [other.id, third.id], false],
      ["no group", () => [], false],
      ["its own id, which is no group's", ({ member }) => [member.id], false],
    ])("locks the group of an account among %s, if it is one of them", async (_what, among, found) => {
      const groups = await threeGroups(await startEmpty());
      const { given, master, member } = groups;

      const locked = await given.write(({ accounts }) => accounts.lockGroupOf(member.id, among(groups)));

      expect(locked).toEqual(found ? { id: master.id, revision: 3, hasMembers: true } : null);
      expect(await revisionsOf(given, master)).toEqual([found ? 3 : 2]);
    });

    test("changes nothing of the accounts", async () => {
      const { given, master } = await threeGroups(await startEmpty());
      await given.authenticated(master, "Acme Ltd");
      const [before] = await given.current(master);

      const found = await given.write(async ({ accounts }) => {
        await accounts.lockGroups([master.id]);
        return accounts.find(master.id);
      });

      expect(found).toStrictEqual(before);
    });

    test("lets those that lock several in another order in one after the other", async () => {
      const { given, master, other, third } = await threeGroups(await startEmpty());
      const ids = [master.id, other.id, third.id];
      const orders = Array.from({ length: 8 }, (_, turn) => (turn % 2 === 0 ? ids : ids.toReversed()));

      await Promise.all(orders.map((order) => lock(given, order)));

      expect(await revisionsOf(given, master, other, third)).toEqual([10, 9, 9]);
    });
  });
}

type Groups = Awaited<ReturnType<typeof threeGroups>>;

/** "master" has a member, and so its second revision. */
async function threeGroups(given: Given) {
  const master = await given.master("Acme Ltd");
  const [other, third] = [await given.master("Acme Ltd"), await given.master("Acme Ltd")];
  const member = await given.member(master, "Acme Ltd");
  return { given, master, member, other, third };
}

/** In the order of their ids: which order they are answered in is not said. */
async function lock(given: Given, ids: readonly string[]): Promise<LockedGroup[]> {
  const locked = await given.write(({ accounts }) => accounts.lockGroups(ids));
  return locked.toSorted((one, other) => (one.id < other.id ? -1 : 1));
}

function revisionsOf(given: Given, ...accounts: readonly EnterpriseAccount[]): Promise<number[]> {
  return given.read(async (stores) => {
    const revisions: number[] = [];
    for (const { id } of accounts) revisions.push(await stores.accounts.revisionOf(id));
    return revisions;
  });
}
