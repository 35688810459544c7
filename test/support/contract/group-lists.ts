import { describe, expect, test } from "@jest/globals";
import type { AccountFilter } from "../../../src/application/stores.js";
import type { Given } from "../given.js";
import { EVERYTHING, expectTruePages, itemsOf, walked } from "../pages.js";
import { aName, newId } from "../samples.js";
import type { StartEmpty } from "./start-empty.js";

const AUTHENTICATED = { authenticationStatus: "AUTHENTICATED" } as const;
const NOT_AUTHENTICATED = { authenticationStatus: "NOT_AUTHENTICATED" } as const;

/** What the list of some groups holds is what the list of all holds of them, in its order. */
export function groupListsContract(startEmpty: StartEmpty): void {
  describe("listing accounts of some groups", () => {
    const filters: readonly (readonly [what: string, filter: AccountFilter])[] = [
      ["all", {}],
      ["masters", { role: "MASTER" }],
      ["members", { role: "MEMBER" }],
      ["a name", { enterpriseName: aName("Acme Ltd") }],
      ["a name that a commit gave", { enterpriseName: aName("Beta Ltd") }],
      ["masters of a name", { role: "MASTER", enterpriseName: aName("Acme Ltd") }],
      ["members of a name", { role: "MEMBER", enterpriseName: aName("Beta Ltd") }],
      ["authenticated ones", AUTHENTICATED],
      ["the others", NOT_AUTHENTICATED],
      ["authenticated masters", { ...AUTHENTICATED, role: "MASTER" }],
      ["the other masters", { ...NOT_AUTHENTICATED, role: "MASTER" }],
      ["authenticated members", { ...AUTHENTICATED, role: "MEMBER" }],
      ["others of a name", { ...NOT_AUTHENTICATED, enterpriseName: aName("Acme Ltd") }],
      ["a reference", { reference: "1" }],
      ["a master's reference", { reference: "head" }],
      ["a reference and a status", { reference: "1", ...AUTHENTICATED }],
      ["a reference and a name", { reference: "1", enterpriseName: aName("Beta Ltd") }],
    ];

    const selections: readonly (readonly [which: string, groups: (ids: readonly string[]) => string[]])[] = [
      ["one", (ids) => ids.slice(1, 2)],
      ["the oldest and the newest", (ids) => [ids[0], ids.at(-1)] as string[]],
      ["two, the newest first, and one that is not there", (ids) => [ids[3], newId(), ids[1]] as string[]],
      ["all", (ids) => [...ids]],
      ["none", () => []],
      ["one that is not there", () => [newId()]],
    ];

    describe.each(selections)("of %s", (_which, groups) => {
      test.each(filters)("lists %s, by the page, from either end", async (_what, filter) => {
        const { given, ids } = await sixGroups(await startEmpty());
        const groupIds = groups(ids);
        const everywhere = await given.read(({ accounts }) => accounts.list(filter, EVERYTHING));
        const expected = itemsOf(everywhere).filter(({ groupId }) => groupIds.includes(groupId));

        const listed = await given.read(async ({ accounts }) => {
          const list = (request: typeof EVERYTHING) => accounts.list({ ...filter, groupIds }, request);
          await expectTruePages(list);
          return [
            itemsOf(await list(EVERYTHING)),
            await walked(list, { limit: 2, from: "start" }),
            await walked(list, { limit: 2, from: "end" }),
          ];
        });

        expect(listed).toEqual([expected, expected, expected]);
      });
    });
  });
}

/** Of the same names and references each; every other one is authenticated, which gives its members "Beta Ltd". */
async function sixGroups(given: Given) {
  const ids: string[] = [];
  for (let place = 0; place < 6; place += 1) {
    const master = await given.master("Acme Ltd", "head");
    await given.member(master, "ACME Ltd", "1");
    await given.member(master, place < 3 ? "Beta Ltd" : "Gamma Ltd");
    if (place % 2 === 1) await given.authenticated(master, "Beta Ltd");
    ids.push(master.id);
  }
  return { given, ids };
}
