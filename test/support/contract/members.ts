import { describe, expect, test } from "@jest/globals";
import type { Page, PageRequest } from "../../../src/application/page.js";
import type { MemberFilter, ReadStores } from "../../../src/application/stores.js";
import type { EnterpriseAccount } from "../../../src/domain/enterprise-account.js";
import type { Given } from "../given.js";
import { EVERYTHING, expectTruePages, itemsOf } from "../pages.js";
import { aName, newId } from "../samples.js";
import type { StartEmpty } from "./start-empty.js";

const AUTHENTICATED = { authenticationStatus: "AUTHENTICATED" } as const;
const NOT_AUTHENTICATED = { authenticationStatus: "NOT_AUTHENTICATED" } as const;

export function membersContract(startEmpty: StartEmpty): void {
  describe("listing members", () => {
    // Members 1 to 6 as `aGroup` makes them: 1, 3 and 5 bear the name before, 4 and 6 the name after; 3 and 6 were
    // authenticated, and so changed last. By name and revision: 1, 5, 3; 4, 6; 2.
    const filters: readonly [title: string, filter: MemberFilter, before: number[], after: number[]][] = [
      ["all", {}, [1, 2, 3, 4, 5, 6], [1, 2, 3, 4, 5, 6]],
      ["no filter", { enterpriseName: null, authenticationStatus: null }, [1, 2, 3, 4, 5, 6], [1, 2, 3, 4, 5, 6]],
      ["authenticated ones", AUTHENTICATED, [3, 6], [1, 5, 3, 4, 6]],
      ["those that are not authenticated", NOT_AUTHENTICATED, [1, 5, 4, 2], [2]],
      ["the name before", { enterpriseName: aName("ACME ltd") }, [1, 5, 3], []],
      ["the name after", { enterpriseName: aName("BETA ltd") }, [4, 6], [1, 5, 3, 4, 6]],
      ["another name", { enterpriseName: aName("gamma ltd") }, [2], [2]],
      ["a name of nobody", { enterpriseName: aName("Delta Ltd") }, [], []],
      ["authenticated ones of a name", { ...AUTHENTICATED, enterpriseName: aName("beta ltd") }, [6], [1, 5, 3, 4, 6]],
      ["others of a name", { ...NOT_AUTHENTICATED, enterpriseName: aName("Beta Ltd") }, [4], []],
      [
        "others of a name that synchronizes nobody",
        { ...NOT_AUTHENTICATED, enterpriseName: aName("Gamma Ltd") },
        [2],
        [2],
      ],
    ];

    test.each(filters)("lists %s in their order", async (_title, filter, before) => {
      const { given, master, members } = await aGroup(await startEmpty());

      const listed = await given.read((stores) => membersOf(stores, master, filter)(EVERYTHING));

      expect(itemsOf(listed).map(placeIn(members))).toEqual(before);
    });

    test.each(filters)(
      "lists %s as they are after a synchronization, by the page",
      async (_title, filter, _before, after) => {
        const { given, master, members } = await aGroup(await startEmpty());
        await given.authenticated(master, "Beta Ltd");

        const listed = await given.read((stores) => membersOf(stores, master, filter)(EVERYTHING));

        expect(itemsOf(listed).map(placeIn(members))).toEqual(after);
        await given.read((stores) => expectTruePages(membersOf(stores, master, filter)));
      },
    );

    test("lists members as finding them shows them", async () => {
      const { given, master, members } = await aGroup(await startEmpty());
      await given.authenticated(master, "Beta Ltd");

      const [listed, found] = await given.read(async (stores) => [
        itemsOf(await membersOf(stores, master, {})(EVERYTHING)),
        await stores.accounts.findAll(members.map(({ id }) => id)),
      ]);

      expect(listed).toHaveLength(members.length);
      expect(found).toEqual(expect.arrayContaining(listed));
    });

    test("reads a page of each of several groups, in the order they were asked for", async () => {
      const { given, master, members } = await aGroup(await startEmpty());
      const [empty, small] = [await given.master("Empty Ltd"), await given.master("Small Ltd")];
      const [only] = await given.members(small, "Acme Ltd");
      const groupIds = [small.id, empty.id, newId(), master.id, members[0].id, small.id];

      const pages = await given.read(({ accounts }) => accounts.membersOf(groupIds, {}, { ...EVERYTHING, limit: 2 }));

      expect(pages.map(itemsOf)).toEqual([[only], [], [], members.slice(0, 2), [], [only]]);
      expect(pages.map(({ hasNext }) => hasNext)).toEqual([false, false, false, true, false, false]);
    });

    test("reads the same page of each of several groups as of one by itself, between any bounds", async () => {
      const { given, master, members } = await aGroup(await startEmpty());
      const twin = await given.master("Acme Ltd");
      const others = await given.members(twin, "Acme Ltd", "Gamma Ltd", "Acme Ltd");
      const groupIds = [twin.id, master.id];
      const filter = { enterpriseName: aName("Acme Ltd") };

      for (const bound of [members[0], members[2], others[0], others[2]].map(placeOf)) {
        for (const part of [{ after: bound }, { before: bound }, { after: bound, from: "end" as const }]) {
          const request = { ...EVERYTHING, limit: 2, ...part };
          const together = await given.read(({ accounts }) => accounts.membersOf(groupIds, filter, request));
          const alone = await given.read(async (stores) => [
            await membersOf(stores, twin, filter)(request),
            await membersOf(stores, master, filter)(request),
          ]);
          expect({ request, together }).toStrictEqual({ request, together: alone });
        }
      }
    });

    test("reads no page of no group", async () => {
      const { given } = await aGroup(await startEmpty());

      const pages = await given.read(({ accounts }) => accounts.membersOf([], {}, EVERYTHING));

      expect(pages).toEqual([]);
    });

    test("goes on after a member that has left the list", async () => {
      const { given, master, members } = await aGroup(await startEmpty());
      const filter = { enterpriseName: aName("Acme Ltd") };
      await given.renamed(members[0], "Delta Ltd");

      const page = await given.read((stores) =>
        membersOf(stores, master, filter)({ ...EVERYTHING, after: placeOf(members[0]) }),
      );

      expect(itemsOf(page).map(placeIn(members))).toEqual([5, 3]);
      expect(page).toMatchObject({ hasPrevious: false, hasNext: false });
    });
  });
}

/** Of a master "Acme Ltd", which becomes "Beta Ltd" where it is authenticated; another group bears the same names. */
async function aGroup(given: Given) {
  const master = await given.master("Acme Ltd");
  const members = await given.members(master, "Acme Ltd", "Gamma Ltd", "ACME ltd", "Beta Ltd", "Acme LTD", "BETA Ltd");
  await given.authenticated(members[2], "Acme Ltd");
  await given.authenticated(members[5], "Beta Ltd");
  await given.members(await given.master("Acme Ltd"), "Acme Ltd", "Beta Ltd");
  return { given, master, members };
}

/** One group's members, as a list by itself. */
function membersOf({ accounts }: ReadStores, { id }: EnterpriseAccount, filter: MemberFilter) {
  return async (request: PageRequest) => {
    const [page] = await accounts.membersOf([id], filter, request);
    return page as Page<EnterpriseAccount>;
  };
}

/** Where a member lies in a list that is filtered. */
function placeOf({ enterpriseName, revision, id }: EnterpriseAccount) {
  return [enterpriseName.key, revision, id];
}

function placeIn(members: readonly EnterpriseAccount[]) {
  return (member: EnterpriseAccount) => members.findIndex(({ id }) => id === member.id) + 1;
}
