import { describe, expect, test } from "@jest/globals";
import { EnterpriseAccount } from "../../../src/domain/enterprise-account.js";
import { aMaster, aMember, aName, newId } from "../samples.js";
import type { StartEmpty } from "./start-empty.js";

export function changesContract(startEmpty: StartEmpty): void {
  describe("changing accounts", () => {
    test("adds a master and a member", async () => {
      const given = await startEmpty();
      const master = aMaster("Acme Ltd");
      const member = aMember("Beta Ltd", { groupId: master.id, revision: 7 });

      await given.write(async ({ accounts }) => {
        await accounts.add([master]);
        await accounts.add([member]);
      });

      const found = await given.read(async ({ accounts }) => [
        await accounts.find(master.id),
        await accounts.find(member.id),
      ]);
      expect(found).toStrictEqual([master, member]);
    });

    test("changes an account's name and revision, and nothing else", async () => {
      const given = await startEmpty();
      const member = await given.member(await given.master("Acme Ltd"), "Beta Ltd");
      const renamed = member.rename(aName("Gamma Ltd"), member.revision + 1);

      await given.write(({ accounts }) => accounts.change(renamed));

      const found = await given.read(({ accounts }) => accounts.find(member.id));
      expect(found).toStrictEqual(renamed);
    });

    test("shows a change to the rest of its work", async () => {
      const given = await startEmpty();
      const master = await given.master("Acme Ltd");
      const renamed = master.rename(aName("Gamma Ltd"), 2);

      const found = await given.write(async ({ accounts }) => {
        await accounts.change(renamed);
        return accounts.find(master.id);
      });

      expect(found).toStrictEqual(renamed);
    });

    test("changes no account that is not there", async () => {
      const given = await startEmpty();
      const missing = EnterpriseAccount.registerMaster({
        id: newId(),
        enterpriseName: aName("Acme Ltd"),
        createdAt: given.environment.now(),
      });

      await expect(given.write(({ accounts }) => accounts.change(missing))).rejects.toThrow("not there");
    });
  });

  describe("locking a group", () => {
    test("takes the next revision by its master and by each of its members", async () => {
      const given = await startEmpty();
      const master = await given.master("Acme Ltd");
      const member = await given.member(master, "Acme Ltd");

      const locked = await given.write(async ({ accounts }) => [
        await accounts.lockGroupOf(master.id),
        await accounts.lockGroupOf(member.id),
      ]);

      expect(locked).toEqual([
        { id: master.id, revision: 3, hasMembers: true },
        { id: master.id, revision: 4, hasMembers: true },
      ]);
    });

    test.each(["", "no id", "\0", newId()])("locks nothing by the id %j", async (id) => {
      const given = await startEmpty();
      await given.master("Acme Ltd");

      const locked = await given.write(({ accounts }) => accounts.lockGroupOf(id));

      expect(locked).toBeNull();
    });

    test("counts the changes of one group only", async () => {
      const given = await startEmpty();
      const [master, other] = [await given.master("Acme Ltd"), await given.master("Acme Ltd")];
      const member = await given.member(master, "Acme Ltd");
      await given.renamed(member, "Beta Ltd");

      const ids = [master.id, other.id, member.id, newId()];
      const [revisions, together] = await given.read(async ({ accounts }) => {
        const found: number[] = [];
        for (const id of ids) found.push(await accounts.revisionOf(id));
        return [found, await accounts.revisionsOf(ids)];
      });

      expect(revisions).toEqual([3, 1, 0, 0]);
      expect(together).toEqual(
        new Map([
          [master.id, 3],
          [other.id, 1],
        ]),
      );
    });

    test("leaves each account the revision that its own identity is of", async () => {
      const given = await startEmpty();
      const master = await given.master("Acme Ltd");
      const [first, second] = await given.members(master, "Acme Ltd", "Beta Ltd");
      await given.renamed(first, "Gamma Ltd");

      const found = await given.read(({ accounts }) => accounts.findAll([master.id, first.id, second.id]));

      const revisions = new Map(found.map(({ id, revision }) => [id, revision]));
      expect([master, first, second].map(({ id }) => revisions.get(id))).toEqual([1, 4, 3]);
    });

    test("lets one change after the other into a group", async () => {
      const given = await startEmpty();
      const master = await given.master("Acme Ltd");
      const member = await given.member(master, "Acme Ltd");

      const locked = await Promise.all(
        Array.from({ length: 8 }, (_, index) =>
          given.write(({ accounts }) => accounts.lockGroupOf(index % 2 === 0 ? master.id : member.id)),
        ),
      );

      const revisions = locked.map((group) => group?.revision).sort((one = 0, other = 0) => one - other);
      expect(revisions).toEqual([3, 4, 5, 6, 7, 8, 9, 10]);
    });
  });
}
