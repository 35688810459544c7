import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { MemberDecision } from "../../src/domain/member-decision.js";
import { aRequest, previewed } from "../support/a-group-to-preview.js";
import { Given } from "../support/given.js";
import { InMemoryStorage } from "../support/in-memory-storage.js";
import { EVERYTHING, itemsOf } from "../support/pages.js";
import { aCertificate, CREDIT_CODES } from "../support/samples.js";

const name = fc.constantFrom("Acme Ltd", "ACME  ltd", "Beta Ltd", "Ｂｅｔａ Ltd", "Gamma Ltd");
const certificate = fc.constantFrom(...CREDIT_CODES.slice(0, 2)).map((number) => aCertificate({ number }));
const member = fc.record({ name, authentication: fc.option(fc.record({ name, certificate })) });
const group = fc.record({
  nameBefore: name,
  members: fc.array(member, { minLength: 1 }),
  nameAfter: name,
  certificate,
});

/** Of the members' ids: both lists have an order of their own. */
const inOrder = (decisions: readonly MemberDecision[]) =>
  decisions.toSorted(({ member: one }, { member: other }) => (one.id < other.id ? -1 : 1));

describe("what a preview decides", () => {
  test("is what the commit then does, member by member", async () => {
    await fc.assert(
      fc.asyncProperty(group, async ({ nameBefore, members, nameAfter, certificate }) => {
        const given = new Given(new InMemoryStorage());
        const { browse, preview } = given.useCases;
        const master = await given.master(nameBefore);
        for (const { name, authentication } of members) {
          const account = await given.member(master, name);
          if (authentication) await given.authenticated(account, authentication.name, authentication.certificate);
        }
        const request = { ...aRequest(master, nameAfter), certificate };
        const decided = itemsOf(await preview.members(await previewed(given, request), {}, EVERYTHING));

        const { snapshot, synchronization } = await given.synchronized(master, nameAfter, certificate);

        const done = decided.map(({ decision, before }) => ({
          before,
          decision,
          member: decision.synchronized ? before.synchronize(snapshot) : before,
        }));
        expect(await given.current(...done.map(({ before }) => before))).toStrictEqual(
          done.map(({ member }) => member),
        );
        const reached = itemsOf(await browse.synchronizedMembers(synchronization, EVERYTHING));
        expect(inOrder(reached)).toStrictEqual(done.filter(({ decision }) => decision.synchronized));
        expect(await browse.synchronizedCount(synchronization)).toBe(reached.length);
      }),
    );
  });
});
