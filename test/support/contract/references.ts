import { describe, expect, test } from "@jest/globals";
import { aMember, newId } from "../samples.js";
import type { StartEmpty } from "./start-empty.js";

const REFERENCES = ["Ref", "ref", "ref 1", "ｒｅｆ", "r\u00e9f", "re\u0301f", "𠮷".repeat(128), "'; --"];

export function referencesContract(startEmpty: StartEmpty): void {
  describe("references", () => {
    test("are kept as they were given, and are another one if a single character differs", async () => {
      const given = await startEmpty();
      const master = await given.master("Acme Ltd", "ref1");
      const groupId = master.id;
      const members = REFERENCES.map((reference) => aMember("Acme Ltd", { groupId, reference }));
      await given.write(({ accounts }) => accounts.add(members));

      const [found, bearers] = await given.read(async ({ accounts }) => [
        await accounts.findAll(members.map(({ id }) => id)),
        await accounts.bearersOf(REFERENCES.map((reference) => ({ groupId, reference }))),
      ]);

      expect(found).toHaveLength(members.length);
      expect(found).toEqual(expect.arrayContaining(members));
      expect(bearers).toEqual(members.map(({ id }) => id));
    });

    test("lead to their bearers in the order they are asked for, within one group each", async () => {
      const given = await startEmpty();
      const [master, rival] = [await given.master("Acme Ltd", "head"), await given.master("Rival Ltd", "one")];
      const [one, other] = [
        await given.member(master, "Acme Ltd", "one"),
        await given.member(rival, "Acme Ltd", "two"),
      ];
      await given.member(master, "Acme Ltd");
      const asked = [
        { groupId: rival.id, reference: "two" },
        { groupId: master.id, reference: "two" },
        { groupId: master.id, reference: "one" },
        { groupId: rival.id, reference: "one" },
        { groupId: master.id, reference: "head" },
        { groupId: master.id, reference: "one" },
        { groupId: one.id, reference: "one" },
        { groupId: newId(), reference: "one" },
      ];

      const [bearers, none] = await given.read(async ({ accounts }) => [
        await accounts.bearersOf(asked),
        await accounts.bearersOf([]),
      ]);

      expect(bearers).toEqual([other.id, null, one.id, rival.id, master.id, one.id, null, null]);
      expect(none).toEqual([]);
    });

    test("lead to the masters that bear them, in every group, as they are now", async () => {
      const given = await startEmpty();
      const [first, twin] = [await given.master("Acme Ltd", "one"), await given.master("Acme Ltd", "one")];
      const [second] = [await given.master("Acme Ltd", "two"), await given.master("Acme Ltd", "three")];
      await given.member(await given.master("Acme Ltd"), "Acme Ltd", "one");
      const { account: authenticated } = await given.authenticated(twin, "Beta Ltd");

      const [masters, none] = await given.read(async ({ accounts }) => [
        await accounts.mastersBearing(["two", "one", "four", "one"]),
        [...(await accounts.mastersBearing(["four"])), ...(await accounts.mastersBearing([]))],
      ]);

      expect(masters).toHaveLength(3);
      expect(masters).toEqual(expect.arrayContaining([first, authenticated, second]));
      expect(none).toEqual([]);
    });

    test("are borne once in a group, whether by its master or a member", async () => {
      const given = await startEmpty();
      const master = await given.master("Acme Ltd", "head");
      await given.member(master, "Acme Ltd", "one");

      for (const reference of ["head", "one"]) {
        const member = aMember("Acme Ltd", { groupId: master.id, reference });
        const adding = given.write(({ accounts }) => accounts.add([member]));

        await expect(adding).rejects.toThrow();
        expect(await given.current(member)).toEqual([null]);
      }
    });

    test("are borne once among those that are added at once", async () => {
      const given = await startEmpty();
      const { id: groupId } = await given.master("Acme Ltd");
      const twins = [1, 2].map(() => aMember("Acme Ltd", { groupId, reference: "one" }));

      const adding = given.write(({ accounts }) => accounts.add(twins));

      await expect(adding).rejects.toThrow();
      expect(await given.current(...twins)).toEqual([null, null]);
    });

    test("are free in every other group", async () => {
      const given = await startEmpty();
      const [master, rival] = [await given.master("Acme Ltd"), await given.master("Rival Ltd")];
      const members = [master, rival].map(({ id }) => aMember("Acme Ltd", { groupId: id, reference: "one" }));

      await given.write(({ accounts }) => accounts.add(members));

      expect(await given.current(...members)).toStrictEqual(members);
    });

    test("are no reference where there is none: any number of accounts lack one", async () => {
      const given = await startEmpty();
      const { id: groupId } = await given.master("Acme Ltd");
      const members = [1, 2].map(() => aMember("Acme Ltd", { groupId }));

      await given.write(({ accounts }) => accounts.add(members));

      expect(await given.current(...members)).toStrictEqual(members);
    });

    test("stay where an account changes", async () => {
      const given = await startEmpty();
      const master = await given.master("Acme Ltd", "head");
      const shared = await given.member(master, "Acme Ltd", "one");
      const renamed = await given.member(master, "Gamma Ltd", "two");
      await given.renamed(renamed, "Delta Ltd");
      await given.authenticated(master, "Beta Ltd");

      const current = await given.current(master, shared, renamed);

      expect(current.map((account) => account?.reference)).toEqual(["head", "one", "two"]);
    });
  });
}
