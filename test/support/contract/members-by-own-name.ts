import { describe, expect, test } from "@jest/globals";
import type { PageRequest } from "../../../src/application/page.js";
import type { EnterpriseAccount } from "../../../src/domain/enterprise-account.js";
import type { NameSelection } from "../../../src/domain/sync-policy.js";
import type { Given } from "../given.js";
import { EVERYTHING, expectTruePages, itemsOf, walked } from "../pages.js";
import { newId } from "../samples.js";
import type { StartEmpty } from "./start-empty.js";

const NAMES = ["Beta", "Alpha", "中文公司", "ALPHA", "Gamma", "ｂｅｔａ", "𠮷野"];

export function membersByOwnNameContract(startEmpty: StartEmpty): void {
  const bearing = (...nameKeys: string[]): NameSelection => ({ nameKeys, bearing: true });
  const allBut = (...nameKeys: string[]): NameSelection => ({ nameKeys, bearing: false });

  const selections: readonly [title: string, selection: NameSelection | null, names: string][] = [
    ["all, in the order they joined", null, "Beta Alpha 中文公司 ALPHA Gamma ｂｅｔａ 𠮷野"],
    ["those that bear one name", bearing("alpha"), "Alpha ALPHA"],
    ["those that bear one of two names, by name", bearing("beta", "alpha"), "Alpha ALPHA Beta ｂｅｔａ"],
    ["those that bear one of two names, one of them nobody's", bearing("delta", "中文公司"), "中文公司"],
    ["nobody by a name of nobody", bearing("delta"), ""],
    ["nobody by no name", bearing(), ""],
    ["those that do not bear one name, by name", allBut("beta"), "Alpha ALPHA Gamma 中文公司 𠮷野"],
    ["those that do not bear the first name", allBut("alpha"), "Beta ｂｅｔａ Gamma 中文公司 𠮷野"],
    ["those that do not bear the last name", allBut("𠮷野"), "Alpha ALPHA Beta ｂｅｔａ Gamma 中文公司"],
    ["those that bear neither of two names", allBut("gamma", "beta"), "Alpha ALPHA 中文公司 𠮷野"],
    ["those that bear neither of two adjacent names", allBut("alpha", "beta"), "Gamma 中文公司 𠮷野"],
    ["those that do not bear a name of nobody", allBut("delta"), "Alpha ALPHA Beta ｂｅｔａ Gamma 中文公司 𠮷野"],
    ["all by no name, by name", allBut(), "Alpha ALPHA Beta ｂｅｔａ Gamma 中文公司 𠮷野"],
  ];

  describe("listing members by their own names", () => {
    test.each(selections)("lists %s", async (_title, selection, names) => {
      const { given, master } = await aGroup(await startEmpty());

      const listed = await listing(given, master, selection)(EVERYTHING);

      expect(itemsOf(listed).map(({ enterpriseName }) => enterpriseName.value)).toEqual(
        names.split(" ").filter(Boolean),
      );
    });

    test.each(selections)("lists %s, whole by pages from either end", async (_title, selection) => {
      const { given, master } = await aGroup(await startEmpty());
      const list = listing(given, master, selection);
      const whole = itemsOf(await list(EVERYTHING));

      for (const from of ["start", "end"] as const) {
        for (const limit of [1, 2, 3, whole.length + 1]) {
          expect(await walked(list, { limit, from })).toStrictEqual(whole);
        }
      }
      await expectTruePages(list);
    });

    test.each<[string, NameSelection | null]>([
      ["all", null],
      ["those that bear a name", bearing("alpha")],
      ["those that bear a name of nobody", bearing("nobody")],
      ["those that do not bear one", allBut("alpha")],
    ])("tells the revision of the group with %s", async (_what, selection) => {
      const { given, master } = await aGroup(await startEmpty());
      const empty = await given.master("Alpha");

      const revisions = await given.read(async ({ accounts }) => {
        const [page, ofNobody] = [
          await accounts.membersByOwnName(master.id, selection, EVERYTHING),
          await accounts.membersByOwnName(empty.id, selection, EVERYTHING),
        ];
        return [page.groupRevision, ofNobody.groupRevision];
      });

      expect(revisions).toEqual([1 + NAMES.length, 1]);
    });

    test("shows a synchronized member as it was", async () => {
      const { given, master, members } = await aGroup(await startEmpty());
      await given.authenticated(master, "Gamma");

      const listed = await listing(given, master, null)(EVERYTHING);

      expect(itemsOf(listed)).toStrictEqual(members);
    });

    test("shows a member's own authentication", async () => {
      const { given, master, members } = await aGroup(await startEmpty());
      const { account } = await given.authenticated(members[1], "Delta");

      const listed = await listing(given, master, bearing("delta"))(EVERYTHING);

      expect(itemsOf(listed)).toStrictEqual([account]);
    });

    test("lists nobody for a group that is not there", async () => {
      const { given } = await aGroup(await startEmpty());

      const lists = await given.read(async ({ accounts }) => [
        await accounts.membersByOwnName(newId(), null, EVERYTHING),
        await accounts.membersByOwnName(newId(), bearing("alpha", "beta"), EVERYTHING),
        await accounts.membersByOwnName(newId(), allBut("alpha"), EVERYTHING),
      ]);

      expect(lists.map(({ groupRevision }) => groupRevision)).toEqual([0, 0, 0]);
      expect(lists.flatMap(({ value }) => itemsOf(value))).toEqual([]);
    });
  });

  describe("counting members by their own names", () => {
    test("counts each name and status, and all other names together", async () => {
      const { given, master, members } = await aGroup(await startEmpty());
      await given.authenticated(members[0], "Beta");
      await given.authenticated(members[4], "Gamma");
      await given.authenticated(members[6], "中文公司");

      const { value: counts } = await given.read(({ accounts }) =>
        accounts.countByOwnName(master.id, ["alpha", "beta", "delta"]),
      );

      expect(counts).toHaveLength(5);
      expect(counts).toEqual(
        expect.arrayContaining([
          { nameKey: "alpha", status: "NOT_AUTHENTICATED", count: 2 },
          { nameKey: "beta", status: "NOT_AUTHENTICATED", count: 1 },
          { nameKey: "beta", status: "AUTHENTICATED", count: 1 },
          { nameKey: null, status: "NOT_AUTHENTICATED", count: 1 },
          { nameKey: null, status: "AUTHENTICATED", count: 2 },
        ]),
      );
    });

    test("counts a synchronized member as it was", async () => {
      const { given, master } = await aGroup(await startEmpty());
      await given.authenticated(master, "Gamma");

      const { value: counts } = await given.read(({ accounts }) => accounts.countByOwnName(master.id, ["gamma"]));

      expect(counts).toHaveLength(2);
      expect(counts).toContainEqual({ nameKey: "gamma", status: "NOT_AUTHENTICATED", count: 1 });
    });

    test("counts nobody in a group that is not there", async () => {
      const { given } = await aGroup(await startEmpty());

      const { value: counts } = await given.read(({ accounts }) => accounts.countByOwnName(newId(), ["alpha"]));

      expect(counts).toEqual([]);
    });
  });
}

/** A list of members, without the revision that it is told with. */
function listing(given: Given, { id }: EnterpriseAccount, names: NameSelection | null) {
  return async (request: PageRequest) => {
    const { value } = await given.read(({ accounts }) => accounts.membersByOwnName(id, names, request));
    return value;
  };
}

/** Of a master that bears a name of its members; another group has members of the same names. */
async function aGroup(given: Given) {
  const master = await given.master("Alpha");
  const members = await given.members(master, ...(NAMES as [string, string, string, string, string, string, string]));
  await given.members(await given.master("Beta"), "Alpha", "Beta", "Delta");
  return { given, master, members };
}
