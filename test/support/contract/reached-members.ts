import { describe, expect, test } from "@jest/globals";
import type { Given } from "../given.js";
import { EVERYTHING, expectTruePages, itemsOf } from "../pages.js";
import type { StartEmpty } from "./start-empty.js";

export function reachedMembersContract(startEmpty: StartEmpty): void {
  describe("the members that a synchronization reached", () => {
    test.each([
      ["Acme Ltd", [2, 4, 0]],
      ["Beta Ltd", [2, 4, 0, 3, 1]],
      ["Gamma Ltd", [2, 4, 0, 5]],
      ["Delta Ltd", [2, 4, 0]],
    ])("under the name %j, as they were before it, by the page", async (nameAfter, places) => {
      const given = await startEmpty();
      const { master, members } = await aGroup(given);
      const { synchronization } = await given.synchronized(master, nameAfter);

      const [reached, count] = await given.read(async ({ authentications }) => [
        itemsOf(await authentications.reachedBy(synchronization, EVERYTHING)),
        await authentications.countReachedBy(synchronization),
      ]);

      expect(reached).toStrictEqual(places.map((place) => members[place]));
      expect(count).toBe(places.length);
      await given.read(({ authentications }) =>
        expectTruePages((request) => authentications.reachedBy(synchronization, request)),
      );
    });

    test("are those that were there when it was committed", async () => {
      const given = await startEmpty();
      const { master, members } = await aGroup(given);
      const { synchronization } = await given.synchronized(master, "Delta Ltd");
      await given.members(master, "Acme Ltd", "Delta Ltd");
      await given.renamed(members[5], "Acme Ltd");

      const reached = await given.read(({ authentications }) => authentications.reachedBy(synchronization, EVERYTHING));

      expect(itemsOf(reached)).toStrictEqual([members[2], members[4], members[0]]);
    });

    test.each(["a,b", 'a"b', "a'b", "a\\b", "{a}", "{a,b}", "null", "$1a", "a%_b", "💥b"])(
      "are found by the name %j",
      async (name) => {
        const given = await startEmpty();
        const master = await given.master(name);
        const [first, , third] = await given.members(master, name, "Acme Ltd", name);
        const { synchronization } = await given.synchronized(master, "Beta Ltd");

        const reached = await given.read(({ authentications }) =>
          authentications.reachedBy(synchronization, EVERYTHING),
        );

        expect(itemsOf(reached)).toStrictEqual([first, third]);
      },
    );

    test("are none where no member bears one of its names", async () => {
      const given = await startEmpty();
      const master = await given.master("Acme Ltd");
      await given.member(master, "Other Ltd");
      const { synchronization } = await given.synchronized(master, "Beta Ltd");

      const [reached, count] = await given.read(async ({ authentications }) => [
        await authentications.reachedBy(synchronization, EVERYTHING),
        await authentications.countReachedBy(synchronization),
      ]);

      expect(reached).toEqual({ items: [], hasPrevious: false, hasNext: false });
      expect(count).toBe(0);
    });
  });
}

/** Of a master "Acme Ltd"; members 0 and 1 were authenticated by themselves, and so changed last. */
async function aGroup(given: Given) {
  const master = await given.master("Acme Ltd");
  const registered = await given.members(
    master,
    "Acme Ltd",
    "Beta Ltd",
    "ACME ltd",
    "beta ltd",
    "Acme LTD",
    "Gamma Ltd",
  );
  const [, , ...others] = registered;
  const first = await given.authenticated(registered[0], "Acme Ltd");
  const second = await given.authenticated(registered[1], "Beta Ltd");
  return { master, members: [first.account, second.account, ...others] as const };
}
