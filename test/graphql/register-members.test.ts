import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { as } from "../support/graphql-answers.js";
import { NO_IDS } from "../support/graphql-ids.js";
import { startTestService, type TestService } from "../support/graphql-service.js";

let service: TestService;

beforeAll(async () => {
  service = await startTestService();
});

afterAll(() => service.close());

/** As many members as are asked for, each with a name and a reference of its own. */
function newMembers(count: number) {
  return Array.from({ length: count }, (_, index) => ({
    enterpriseName: `示例 ${index} 有限公司`,
    reference: `R-${index}`,
  }));
}

describe("registering member accounts", () => {
  test("answers with a thousand in the order they were given, all of which can be read again", async () => {
    const { id: masterId } = await service.given.master("Acme Ltd");
    const members = newMembers(1_000);

    const answer = as("MemberAccountsRegistered", await service.api.registerMembers({ masterId, members }));

    expect(answer.replayed).toBe(false);
    expect(answer.accounts).toMatchObject(
      members.map((member) => ({ ...member, master: { id: masterId }, authenticationStatus: "NOT_AUTHENTICATED" })),
    );
    const { nodes } = await service.api.members(masterId, { first: 100 });
    expect(nodes).toEqual(answer.accounts.slice(0, 100));
  });

  test("takes members in a literal, and such as have no reference", async () => {
    const { id: masterId } = await service.given.master("Acme Ltd");
    const document = `mutation {
      registerMemberAccounts(input: {
        masterId: "${masterId}"
        members: [{ enterpriseName: " Acme Ltd  " }, { enterpriseName: "Beta Ltd", reference: null }]
      }) { ... on MemberAccountsRegistered { accounts { enterpriseName reference } } }
    }`;

    const answer = await service.client.ask(document);

    const accounts = [
      { enterpriseName: "Acme Ltd", reference: null },
      { enterpriseName: "Beta Ltd", reference: null },
    ];
    expect(answer).toEqual({ registerMemberAccounts: { accounts } });
  });

  test("is refused with every member that cannot be registered, by its place and its reasons", async () => {
    const { id: masterId } = await service.given.master("Acme Ltd", "head");
    const members = newMembers(1_000);
    members[1] = { enterpriseName: "42", reference: "head" };
    members[998] = { enterpriseName: "Acme Ltd", reference: " a" };
    members[999] = { enterpriseName: "Acme Ltd", reference: "R-0" };

    const answer = as("MembersRefused", await service.api.registerMembers({ masterId, members }));

    const message = expect.stringMatching(/\.$/);
    expect(answer).toEqual({
      __typename: "MembersRefused",
      message: "3 of these members cannot be registered, so none was.",
      members: [
        { index: 1, reason: "INVALID_ENTERPRISE_NAME", message },
        { index: 1, reason: "REFERENCE_TAKEN", message },
        { index: 998, reason: "INVALID_ACCOUNT_REFERENCE", message },
        { index: 999, reason: "REFERENCE_REPEATED", message },
      ],
    });
    expect(await service.api.members(masterId)).toMatchObject({ nodes: [] });
  });

  test.each([0, 1_001])("takes 1 to 1,000 members, and not %i", async (count) => {
    const { id: masterId } = await service.given.master("Acme Ltd");
    const document =
      "mutation ($input: RegisterMemberAccountsInput!) { registerMemberAccounts(input: $input) { __typename } }";

    const errors = await service.client.errors(document, { input: { masterId, members: newMembers(count) } });

    const message = `1 to 1000 members can be registered at once, not ${count}.`;
    const extensions = { code: "BAD_USER_INPUT", argument: ["input", "members"], reason: "INVALID_MEMBER_COUNT" };
    expect(errors).toMatchObject([{ message, path: ["registerMemberAccounts"], extensions }]);
    expect(await service.api.members(masterId)).toMatchObject({ nodes: [] });
  });

  test.each(NO_IDS)("is refused where the master's id is %s", async (_what, masterId) => {
    const answer = await service.api.registerMembers({ masterId, members: newMembers(1) });

    const message = `There is no account with the id "${masterId}".`;
    expect(answer).toEqual({ __typename: "AccountNotFound", accountId: masterId, message });
  });

  test("is refused where the master is a member itself", async () => {
    const [member] = await service.given.members(await service.given.master("Acme Ltd"), "Acme Ltd");

    const answer = await service.api.registerMembers({ masterId: member.id, members: newMembers(2) });

    expect(answer).toMatchObject({ __typename: "NotAMasterAccount", accountId: member.id });
  });
});

describe("a reference", () => {
  const filtered = async (filter: object) => {
    const query =
      "query ($filter: EnterpriseAccountFilter) { enterpriseAccounts(filter: $filter) { nodes { id reference } } }";
    type Data = { enterpriseAccounts: { nodes: { id: string; reference: string }[] } };
    return (await service.client.ask<Data>(query, { filter })).enterpriseAccounts.nodes;
  };

  test("is answered as it was given, of a master and of a member, and both are found by it", async () => {
    const reference = "ERP 7/ｱ 𠮷";
    const master = as(
      "MasterAccountRegistered",
      await service.api.registerMaster({ enterpriseName: "Acme", reference }),
    );
    const masterId = master.account.id;
    const other = { masterId, enterpriseName: "Acme Ltd", reference: "ERP 8" };
    const member = as("MemberAccountRegistered", await service.api.registerMember(other));

    const [masters, members] = [await filtered({ reference }), await filtered({ reference: other.reference })];

    expect(master.account.reference).toBe(reference);
    expect(masters).toEqual([{ id: masterId, reference }]);
    expect(members).toEqual([{ id: member.account.id, reference: other.reference }]);
    expect(await service.api.members(masterId, { filter: { reference: "ERP 8" } })).toMatchObject({
      nodes: [member.account],
    });
  });

  test("is refused to a second account of the group, with the first", async () => {
    const { id: masterId } = await service.given.master("Acme Ltd");
    const input = { masterId, enterpriseName: "Acme Ltd", reference: "one" };
    const { account } = as("MemberAccountRegistered", await service.api.registerMember(input));

    const answer = await service.api.registerMember({ ...input, enterpriseName: "Other Ltd" });

    const message = 'Another account of this group bears the reference "one" already.';
    expect(answer).toEqual({ __typename: "ReferenceTaken", reference: "one", account, message });
  });
});
