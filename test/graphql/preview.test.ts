import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { as, type CertificateAnswer } from "../support/graphql-answers.js";
import { NO_IDS } from "../support/graphql-ids.js";
import { startTestService, type TestService } from "../support/graphql-service.js";
import { aCertificate, CREDIT_CODES } from "../support/samples.js";

const certificate: CertificateAnswer = { country: "CN", type: "BUSINESS_LICENSE", number: CREDIT_CODES[0] };

let service: TestService;

beforeAll(async () => {
  service = await startTestService();
});

afterAll(() => service.close());

async function previewed(accountId: string, enterpriseName: string, given: { certificate?: CertificateAnswer } = {}) {
  return as("AuthenticationPreview", await service.api.preview({ accountId, enterpriseName, ...given }));
}

describe("a preview", () => {
  test("shows the account, both names and what is decided for each member", async () => {
    const { given, api } = service;
    const master = await given.master("Acme Ltd");
    const [same, other] = await given.members(master, "ACME LTD", "Other Ltd");
    const [account, ...members] = await Promise.all([master, same, other].map(({ id }) => api.account(id)));

    const preview = await previewed(master.id, "Acme Trading Ltd", { certificate });

    const decisions = [
      {
        member: members[0],
        nameBefore: "ACME LTD",
        statusBefore: "NOT_AUTHENTICATED",
        decision: {
          synchronized: true,
          reason: "SAME_NAME_BEFORE",
          effect: "GRANT",
          tableCase: 2,
          provenance: "DOCUMENTED",
          explanation:
            'Synchronized because the member\'s name "ACME LTD" is the same as "Acme Ltd", the master\'s name before the authentication.',
        },
      },
      {
        member: members[1],
        nameBefore: "Other Ltd",
        statusBefore: "NOT_AUTHENTICATED",
        decision: {
          synchronized: false,
          reason: "DIFFERENT_NAME",
          effect: "NONE",
          tableCase: null,
          provenance: "IMPLIED",
          explanation:
            'Not synchronized because the member\'s name "Other Ltd" is neither the same as "Acme Ltd", the master\'s name before the authentication, nor as "Acme Trading Ltd", the name that the master is authenticated under; it would have to be the same as one of them.',
        },
      },
    ];
    const cursor = expect.any(String);
    const [first, second] = preview.members.edges;
    expect(preview).toEqual({
      __typename: "AuthenticationPreview",
      account,
      nameBefore: "Acme Ltd",
      nameAfter: "Acme Trading Ltd",
      previewToken: expect.any(String),
      memberCount: 2,
      synchronizedCount: 1,
      breakdown: [
        { reason: "SAME_NAME_BEFORE", statusBefore: "NOT_AUTHENTICATED", count: 1 },
        { reason: "DIFFERENT_NAME", statusBefore: "NOT_AUTHENTICATED", count: 1 },
      ],
      members: {
        edges: decisions.map((node) => ({ cursor, node })),
        nodes: decisions,
        pageInfo: {
          hasNextPage: false,
          hasPreviousPage: false,
          startCursor: first?.cursor,
          endCursor: second?.cursor,
        },
      },
    });
  });

  test("counts every combination that occurs, by reason and then by status", async () => {
    const { given } = service;
    const master = await given.master("Acme Ltd");
    const different = await given.members(master, ...Array.from({ length: 24 }, () => "Other Ltd"));
    const [, , after] = await given.members(master, "Acme Ltd", "Acme Ltd", "Acme Trading Ltd", "Acme Trading Ltd");
    await given.authenticated(after, "Acme Trading Ltd");
    await given.authenticated(different[0] as never, "Other Ltd");

    const preview = await previewed(master.id, "Acme Trading Ltd");

    const { memberCount, synchronizedCount, breakdown, members } = preview;
    expect({ memberCount, synchronizedCount, shown: members.nodes.length }).toEqual({
      memberCount: 28,
      synchronizedCount: 4,
      shown: 20,
    });
    expect(breakdown).toEqual([
      { reason: "SAME_NAME_BEFORE", statusBefore: "NOT_AUTHENTICATED", count: 2 },
      { reason: "SAME_NAME_AFTER", statusBefore: "NOT_AUTHENTICATED", count: 1 },
      { reason: "SAME_NAME_AFTER", statusBefore: "AUTHENTICATED", count: 1 },
      { reason: "DIFFERENT_NAME", statusBefore: "NOT_AUTHENTICATED", count: 23 },
      { reason: "DIFFERENT_NAME", statusBefore: "AUTHENTICATED", count: 1 },
    ]);
  });

  test.each([
    ["the member's own", certificate, "CONFIRM"],
    ["the member's own, written otherwise", { ...certificate, number: " 91990000tt-0000015j" }, "CONFIRM"],
    ["another", { ...certificate, number: CREDIT_CODES[1] }, "REPLACE"],
    ["not given", undefined, "REPLACE"],
  ])("says what happens to an authenticated member where the certificate is %s", async (_what, held, effect) => {
    const master = await service.given.master("Acme Ltd");
    const [member] = await service.given.members(master, "Acme Ltd");
    await service.given.authenticated(member, "Acme Ltd", aCertificate({ number: CREDIT_CODES[0] }));

    const { members } = await previewed(master.id, "Acme Ltd", held && { certificate: held });

    expect(members.nodes.map(({ decision }) => decision.effect)).toEqual([effect]);
  });

  test("of a member's own authentication reaches no other account", async () => {
    const master = await service.given.master("Acme Ltd");
    const [member] = await service.given.members(master, "Acme Ltd", "Acme Ltd");

    const preview = await previewed(member.id, "Acme Ltd");

    expect(preview).toMatchObject({
      account: { id: member.id },
      memberCount: 0,
      synchronizedCount: 0,
      breakdown: [],
      members: { edges: [], nodes: [] },
    });
  });

  test("changes nothing", async () => {
    const { given, api } = service;
    const master = await given.master("Acme Ltd");
    const [member] = await given.members(master, "Acme Ltd");
    const accounts = () => Promise.all([master, member].map(({ id }) => api.account(id)));
    const before = await accounts();

    const [one, other] = [
      await previewed(master.id, "Acme Trading Ltd"),
      await previewed(master.id, "Acme Trading Ltd"),
    ];

    expect(await accounts()).toEqual(before);
    expect(one).toEqual(other);
  });

  test.each(NO_IDS)("is refused where the account's id is %s", async (_what, accountId) => {
    const answer = await service.api.preview({ accountId, enterpriseName: "Acme Ltd", certificate });

    const message = `There is no account with the id "${accountId}".`;
    expect(answer).toEqual({ __typename: "AccountNotFound", accountId, message });
  });

  test.each(["by itself", "with its master"])("is refused of an account authenticated %s", async (how) => {
    const master = await service.given.master("Acme Ltd");
    const [member] = await service.given.members(master, "Acme Ltd");
    await service.given.authenticated(how === "by itself" ? member : master, "Acme Ltd");

    const answer = await service.api.preview({ accountId: member.id, enterpriseName: "Acme Ltd" });

    const account = await service.api.account(member.id);
    const message = 'The account "Acme Ltd" is authenticated already; this would not be its first authentication.';
    expect(answer).toEqual({ __typename: "AlreadyAuthenticated", account, message });
  });
});
