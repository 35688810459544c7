import { describe, expect, test } from "@jest/globals";
import type { AccountFilter, MemberFilter } from "../../../src/application/stores.js";
import type { Given } from "../given.js";
import { EVERYTHING, expectTruePages, itemsOf } from "../pages.js";
import { aName } from "../samples.js";
import type { StartEmpty } from "./start-empty.js";

const AUTHENTICATED = { authenticationStatus: "AUTHENTICATED" } as const;
const NOT_AUTHENTICATED = { authenticationStatus: "NOT_AUTHENTICATED" } as const;

export function referenceListsContract(startEmpty: StartEmpty): void {
  describe("listing by reference", () => {
    // As `groupsWithReferences` has them; then the master's authentication makes "Beta Ltd" of it and of "one".
    const accounts: readonly [title: string, filter: AccountFilter, before: string, after: string][] = [
      ["no reference", { reference: null }, "twin rival bare two one master", "twin rival bare two one master"],
      ["a reference", { reference: "1" }, "twin one", "twin one"],
      ["a reference of two masters", { reference: "head" }, "rival master", "rival master"],
      ["a reference of nobody", { reference: "3" }, "", ""],
      ["a reference in other case", { reference: "HEAD" }, "", ""],
      ["masters with a reference", { role: "MASTER", reference: "head" }, "rival master", "rival master"],
      ["members with a master's reference", { role: "MEMBER", reference: "head" }, "", ""],
      ["a reference and the name before", { reference: "1", enterpriseName: aName("acme ltd") }, "twin one", "twin"],
      ["a reference and the name after", { reference: "1", enterpriseName: aName("beta ltd") }, "", "one"],
      ["a reference and the name of another", { reference: "2", enterpriseName: aName("acme ltd") }, "", ""],
      [
        "a master's reference and the name after",
        { role: "MASTER", reference: "head", enterpriseName: aName("Beta Ltd") },
        "",
        "master",
      ],
    ];

    test.each(accounts)("lists the accounts of %s", async (_title, filter, before, after) => {
      const { given, labels, master } = await groupsWithReferences(await startEmpty());
      const list = () => given.read(({ accounts }) => accounts.list(filter, EVERYTHING));
      const first = itemsOf(await list()).map(labels);
      await given.authenticated(master, "Beta Ltd");

      const second = itemsOf(await list()).map(labels);

      expect([first, second]).toEqual([words(before), words(after)]);
      await given.read(({ accounts }) => expectTruePages((request) => accounts.list(filter, request)));
    });

    const members: readonly [title: string, filter: MemberFilter, before: string, after: string][] = [
      ["no reference", { reference: null }, "one two bare", "one two bare"],
      ["a reference", { reference: "1" }, "one", "one"],
      ["the master's reference", { reference: "head" }, "", ""],
      ["a reference of nobody", { reference: "3" }, "", ""],
      ["a reference and status", { reference: "1", ...AUTHENTICATED }, "", "one"],
      ["a reference and the other status", { reference: "1", ...NOT_AUTHENTICATED }, "one", ""],
      ["a reference of one that is left out", { reference: "2", ...NOT_AUTHENTICATED }, "two", "two"],
      ["a reference and the name before", { reference: "1", enterpriseName: aName("Acme Ltd") }, "one", ""],
      ["a reference and the name after", { reference: "1", enterpriseName: aName("Beta Ltd") }, "", "one"],
      [
        "a reference, a name and a status",
        { reference: "1", enterpriseName: aName("BETA Ltd"), ...AUTHENTICATED },
        "",
        "one",
      ],
      [
        "a reference and another's name",
        { reference: "2", enterpriseName: aName("Beta Ltd"), ...AUTHENTICATED },
        "",
        "",
      ],
    ];

    test.each(members)("lists the members of %s", async (_title, filter, before, after) => {
      const { given, labels, master, rival } = await groupsWithReferences(await startEmpty());
      const list = async () => {
        const ids = [master.id, rival.id];
        const [page] = await given.read(({ accounts }) => accounts.membersOf(ids, filter, EVERYTHING));
        return itemsOf(page).map(labels);
      };
      const first = await list();
      await given.authenticated(master, "Beta Ltd");

      const second = await list();

      expect([first, second]).toEqual([words(before), words(after)]);
    });
  });
}

/** "master" with "one", "two" and "bare", which has no reference; "rival" with "twin", of the same references. */
async function groupsWithReferences(given: Given) {
  const master = await given.master("Acme Ltd", "head");
  const one = await given.member(master, "ACME Ltd", "1");
  const two = await given.member(master, "Gamma Ltd", "2");
  const bare = await given.member(master, "Acme Ltd");
  const rival = await given.master("Rival Ltd", "head");
  const twin = await given.member(rival, "Acme ltd", "1");
  const byId = new Map(Object.entries({ master, one, two, bare, rival, twin }).map(([label, { id }]) => [id, label]));
  return { given, master, rival, labels: ({ id }: { id: string }) => byId.get(id) };
}

function words(text: string): string[] {
  return text.split(" ").filter(Boolean);
}
