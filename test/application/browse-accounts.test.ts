import { describe, expect, test } from "@jest/globals";
import { Given } from "../support/given.js";
import { InMemoryStorage } from "../support/in-memory-storage.js";
import { EVERYTHING, itemsOf } from "../support/pages.js";
import { newId } from "../support/samples.js";

describe("browsing accounts", () => {
  test("finds whatever bears an id, in the order of the ids", async () => {
    const { browse, master, members, committed } = await aCommit();
    const { snapshot, synchronization } = committed;
    const [unknown, member] = [newId(), members[1]];

    const things = await browse.things([
      synchronization.id,
      unknown,
      member.id,
      snapshot.id,
      "no id",
      master.id,
      member.id,
    ]);

    expect(things).toStrictEqual([synchronization, null, member, snapshot, null, committed.account, member]);
  });

  test("shows each member that a synchronization reached: as it was, what was decided, and as it is", async () => {
    const { browse, members, committed } = await aCommit();
    const { snapshot, synchronization } = committed;

    const page = await browse.synchronizedMembers(synchronization, EVERYTHING);

    expect(itemsOf(page)).toStrictEqual(
      [members[0], members[2]].map((before) => ({
        before,
        decision: synchronization.policy.decide(before),
        member: before.synchronize(snapshot),
      })),
    );
    expect(itemsOf(page).map(({ decision }) => [decision.reason, decision.effect])).toEqual([
      ["SAME_NAME_BEFORE", "GRANT"],
      ["SAME_NAME_AFTER", "CONFIRM"],
    ]);
  });

  test("counts the members that a synchronization reached", async () => {
    const { browse, committed } = await aCommit();

    const count = await browse.synchronizedCount(committed.synchronization);

    expect(count).toBe(2);
  });
});

/** "Acme Ltd" as "Beta Ltd": the first and the last of its members are reached, the last one authenticated already. */
async function aCommit() {
  const given = new Given(new InMemoryStorage());
  const master = await given.master("Acme Ltd");
  const [first, second, third] = await given.members(master, "Acme Ltd", "Gamma Ltd", "Beta Ltd");
  const { account } = await given.authenticated(third, "Beta Ltd");
  const committed = await given.synchronized(master, "Beta Ltd");
  return {
    browse: given.useCases.browse,
    master,
    members: [first, second, account] as const,
    committed,
  };
}
