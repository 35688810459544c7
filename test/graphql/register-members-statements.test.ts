import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { NewMember } from "../../src/application/register-member-accounts.js";
import { startTestService, type TestService } from "../support/graphql-service.js";

let service: TestService;

beforeAll(async () => {
  service = await startTestService();
});

afterAll(() => service.close());

type MemberOf = (index: number) => NewMember;

const bare: MemberOf = () => ({ enterpriseName: "Acme Ltd", reference: null });
const referenced: MemberOf = (index) => ({ enterpriseName: "Acme Ltd", reference: `R-${index}` });
const repeated: MemberOf = () => ({ enterpriseName: "Acme Ltd", reference: "taken" });

/** Registers so many members of a new master, and answers with the statements that this ran. */
async function statementsFor(count: number, memberOf: MemberOf, idempotencyKey: string | null = null) {
  const { id: masterId } = await service.given.master("Acme Ltd", "taken");
  const members = Array.from({ length: count }, (_, index) => memberOf(index));
  const register = () => service.api.registerMembers({ masterId, members, idempotencyKey });
  return { first: await service.statements.during(register), again: () => service.statements.during(register) };
}

// Of these, one reads the master that the answer shows each of them to have.
describe("as many statements are run for one new member as for a thousand:", () => {
  test.each<[what: string, count: number, memberOf: MemberOf]>([
    ["without references", 5, bare],
    ["with references", 6, referenced],
    ["that are refused", 4, repeated],
  ])("%s, %i", async (_what, count, memberOf) => {
    const [one, thousand] = [await statementsFor(1, memberOf), await statementsFor(1_000, memberOf)];

    expect(one.first).toHaveLength(count);
    expect(thousand.first).toEqual(one.first);
  });

  test("with an idempotency key, and with it again", async () => {
    const [one, thousand] = [await statementsFor(1, bare, "one"), await statementsFor(1_000, bare, "thousand")];

    const again = [await one.again(), await thousand.again()];

    expect(thousand.first).toEqual(one.first);
    expect(again[1]).toHaveLength(again[0]?.length ?? 0);
    expect(again[0]?.filter((statement) => statement.includes("INSERT INTO enterprise_accounts"))).toEqual([]);
  });
});
