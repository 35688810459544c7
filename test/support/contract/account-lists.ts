import { describe, expect, test } from "@jest/globals";
import type { AccountFilter } from "../../../src/application/stores.js";
import type { Given } from "../given.js";
import { EVERYTHING, expectTruePages, itemsOf } from "../pages.js";
import { aName } from "../samples.js";
import type { StartEmpty } from "./start-empty.js";

const AUTHENTICATED = { authenticationStatus: "AUTHENTICATED" } as const;
const NOT_AUTHENTICATED = { authenticationStatus: "NOT_AUTHENTICATED" } as const;

export function accountListsContract(startEmpty: StartEmpty): void {
  describe("listing accounts", () => {
    const filters: readonly [title: string, filter: AccountFilter, before: string, after: string][] = [
      ["all", {}, "twin rival third first master", "twin rival third first master"],
      ["masters", { role: "MASTER" }, "rival master", "rival master"],
      ["members", { role: "MEMBER" }, "twin third first", "twin third first"],
      ["a name that changes", { enterpriseName: aName("acme ltd") }, "twin first master", "twin"],
      ["the name that it changes to", { enterpriseName: aName("BETA Ltd") }, "third", "master third first"],
      ["members with a name", { role: "MEMBER", enterpriseName: aName("beta ltd") }, "third", "third first"],
      ["masters with a name", { role: "MASTER", enterpriseName: aName("beta ltd") }, "", "master"],
      ["authenticated ones", AUTHENTICATED, "", "master third first"],
      ["the others", NOT_AUTHENTICATED, "rival twin third first master", "rival twin"],
      ["authenticated members", { ...AUTHENTICATED, role: "MEMBER" }, "", "third first"],
      ["the other members", { ...NOT_AUTHENTICATED, role: "MEMBER" }, "twin third first", "twin"],
      ["authenticated masters", { ...AUTHENTICATED, role: "MASTER" }, "", "master"],
      ["the other masters", { ...NOT_AUTHENTICATED, role: "MASTER" }, "rival master", "rival"],
      [
        "authenticated ones of a name",
        { ...AUTHENTICATED, enterpriseName: aName("Beta Ltd") },
        "",
        "master third first",
      ],
      ["others of a name", { ...NOT_AUTHENTICATED, enterpriseName: aName("Acme Ltd") }, "twin first master", "twin"],
      ["a name of nobody", { enterpriseName: aName("Gamma Ltd") }, "", ""],
      [
        "no role and no name",
        { role: null, enterpriseName: null },
        "twin rival third first master",
        "twin rival third first master",
      ],
    ];

    test.each(filters)("lists %s, the newest group first", async (_title, filter, before) => {
      const { given, labels } = await twoGroups(await startEmpty());

      const listed = await given.read(({ accounts }) => accounts.list(filter, EVERYTHING));

      expect(itemsOf(listed).map(labels)).toEqual(words(before));
    });

    test.each(filters)(
      "lists %s as they are after a synchronization, by the page",
      async (_title, filter, _before, after) => {
        const { given, labels, master } = await twoGroups(await startEmpty());
        await given.authenticated(master, "Beta Ltd");

        const listed = await given.read(({ accounts }) => accounts.list(filter, EVERYTHING));

        expect(itemsOf(listed).map(labels)).toEqual(words(after));
        await given.read(({ accounts }) => expectTruePages((request) => accounts.list(filter, request)));
      },
    );

    test("lists accounts as finding them shows them", async () => {
      const { given, master } = await twoGroups(await startEmpty());
      await given.authenticated(master, "Beta Ltd");

      const [listed, found] = await given.read(async ({ accounts }) => {
        const page = itemsOf(await accounts.list({}, EVERYTHING));
        return [page, await accounts.findAll(page.map(({ id }) => id))];
      });

      expect(listed).toHaveLength(5);
      expect(found).toEqual(expect.arrayContaining(listed));
    });
  });
}

/** Two groups with the same name in each: "master" with "first" and "third", and "rival" with "twin". */
async function twoGroups(given: Given) {
  const master = await given.master("Acme Ltd");
  const first = await given.member(master, "ACME Ltd");
  const third = await given.member(master, "Beta Ltd");
  const rival = await given.master("Rival Ltd");
  const twin = await given.member(rival, "Acme ltd");
  const byId = new Map(Object.entries({ master, first, third, rival, twin }).map(([label, { id }]) => [id, label]));
  return { given, master, labels: ({ id }: { id: string }) => byId.get(id) };
}

function words(text: string): string[] {
  return text.split(" ").filter(Boolean);
}
