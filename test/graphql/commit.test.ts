import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { as, type CertificateAnswer } from "../support/graphql-answers.js";
import { NO_IDS } from "../support/graphql-ids.js";
import { startTestService, type TestService } from "../support/graphql-service.js";
import { CREDIT_CODES } from "../support/samples.js";

const certificate: CertificateAnswer = { country: "CN", type: "BUSINESS_LICENSE", number: CREDIT_CODES[0] };

let service: TestService;

beforeAll(async () => {
  service = await startTestService();
});

afterAll(() => service.close());

async function committed(accountId: string, enterpriseName: string) {
  return as("AuthenticationCommitted", await service.api.commit({ accountId, enterpriseName, certificate }));
}

describe("a commit", () => {
  test("authenticates a master, and says what it carried to its members", async () => {
    const { given, api } = service;
    const master = await given.master("Acme Ltd");
    const [before, after, other] = await given.members(master, "Acme Ltd", "Acme Trading Ltd", "Other Ltd");
    const registered = await api.account(master.id);

    const answer = await committed(master.id, "Acme Trading Ltd");

    const [account, one, two] = await Promise.all([master, before, after].map(({ id }) => api.account(id)));
    const authenticatedAt = answer.snapshot.authenticatedAt;
    const decided = (member: unknown, nameBefore: string, tableCase: number, reason: string) => ({
      member,
      nameBefore,
      statusBefore: "NOT_AUTHENTICATED",
      decision: {
        synchronized: true,
        reason,
        effect: "GRANT",
        tableCase,
        provenance: "DOCUMENTED",
        explanation: expect.stringContaining(nameBefore),
      },
    });
    const decisions = [
      decided(one, "Acme Ltd", 2, "SAME_NAME_BEFORE"),
      decided(two, "Acme Trading Ltd", 4, "SAME_NAME_AFTER"),
    ];
    const recordedBy = { subject: "anyone", requestId: expect.stringMatching(/\S/) };
    const cursors = answer.synchronization?.members.edges.map(({ cursor }) => cursor) ?? [];
    expect(answer).toEqual({
      __typename: "AuthenticationCommitted",
      account,
      snapshot: {
        id: expect.any(String),
        account: { id: master.id },
        enterpriseName: "Acme Trading Ltd",
        certificate,
        authenticatedAt: expect.stringMatching(/^2026-01-01T.*Z$/),
        recordedBy,
        synchronization: { id: answer.synchronization?.id },
      },
      synchronization: {
        id: expect.any(String),
        master: { id: master.id },
        nameBefore: "Acme Ltd",
        nameAfter: "Acme Trading Ltd",
        committedAt: authenticatedAt,
        recordedBy,
        synchronizedCount: 2,
        members: {
          edges: decisions.map((node, index) => ({ cursor: cursors[index], node })),
          nodes: decisions,
          pageInfo: {
            hasNextPage: false,
            hasPreviousPage: false,
            startCursor: cursors[0],
            endCursor: cursors[1],
          },
        },
      },
      replayed: false,
    });
    expect(account).toEqual({
      ...registered,
      enterpriseName: "Acme Trading Ltd",
      authenticationStatus: "AUTHENTICATED",
      authenticationOrigin: "OWN",
      authentication: answer.snapshot,
    });
    expect(await api.account(other.id)).toMatchObject({ authenticationStatus: "NOT_AUTHENTICATED" });
  });

  test("of a member authenticates that member alone", async () => {
    const { given, api } = service;
    const master = await given.master("Acme Ltd");
    const [member, sibling] = await given.members(master, "Acme Ltd", "Acme Ltd");
    const others = () => Promise.all([master, sibling].map(({ id }) => api.account(id)));
    const before = await others();

    const answer = await committed(member.id, "Acme Ltd");

    expect(answer.account).toMatchObject({ id: member.id, authenticationOrigin: "OWN", master: { id: master.id } });
    expect(answer.synchronization).toBeNull();
    expect(await others()).toEqual(before);
  });

  test("of a master without members has no synchronization", async () => {
    const master = await service.given.master("Acme Ltd");

    const answer = await committed(master.id, "Acme Ltd");

    expect(answer.synchronization).toBeNull();
  });

  test("that reaches none of a master's members has a synchronization of none", async () => {
    const master = await service.given.master("Acme Ltd");
    await service.given.members(master, "Other Ltd");

    const answer = await committed(master.id, "Acme Trading Ltd");

    expect(answer.synchronization).toMatchObject({ synchronizedCount: 0, members: { edges: [], nodes: [] } });
  });

  test.each<[CertificateAnswer["type"], country: string, given: string, stored: string]>([
    ["BUSINESS_LICENSE", "CN", " 91990000tt-0000015j ", "91990000TT0000015J"],
    ["BUSINESS_LICENSE", "CN", "９１９９００００ＴＴ０００００１５Ｊ", "91990000TT0000015J"],
    ["BUSINESS_LICENSE", "CN", "110000 000000 017", "110000000000017"],
    ["BUSINESS_LICENSE", "SG", "t08/ll 0001-a", "T08/LL0001-A"],
    ["PUBLIC_INSTITUTION_LEGAL_PERSON", "CN", "12990000TT0000015P", "12990000TT0000015P"],
    ["SOCIAL_ORGANIZATION_LEGAL_PERSON", "CN", "51990000TT0000015N", "51990000TT0000015N"],
    ["LAW_ENFORCEMENT_QUALIFICATION", "CN", "3101 (2020) 1.2", "3101(2020)1.2"],
    ["ORGANIZATION_CODE", "CN", "tt000001-5", "TT0000015"],
    ["OTHER", "DE", "hrb 12345 b", "HRB12345B"],
  ])("takes a %s of %s, and shows its number normalized", async (type, country, number, stored) => {
    const { id: accountId } = await service.given.master("Acme Ltd");
    const input = { accountId, enterpriseName: "Acme Ltd", certificate: { country, type, number } };

    const answer = as("AuthenticationCommitted", await service.api.commit(input));

    expect(answer.snapshot.certificate).toEqual({ country, type, number: stored });
  });

  test.each(NO_IDS)("is refused where the account's id is %s", async (_what, accountId) => {
    const answer = await service.api.commit({ accountId, enterpriseName: "Acme Ltd", certificate });

    const message = `There is no account with the id "${accountId}".`;
    expect(answer).toEqual({ __typename: "AccountNotFound", accountId, message });
  });

  test.each(["by itself", "with its master"])("is refused of an account authenticated %s", async (how) => {
    const master = await service.given.master("Acme Ltd");
    const [member] = await service.given.members(master, "Acme Ltd");
    await service.given.authenticated(how === "by itself" ? member : master, "Acme Ltd");
    const account = await service.api.account(member.id);

    const answer = await service.api.commit({ accountId: member.id, enterpriseName: "Other Ltd", certificate });

    const message = 'The account "Acme Ltd" is authenticated already; this would not be its first authentication.';
    expect(answer).toEqual({ __typename: "AlreadyAuthenticated", account, message });
    expect(await service.api.account(member.id)).toEqual(account);
  });

  test("happens once, where ten are made at the same time", async () => {
    const master = await service.given.master("Acme Ltd");
    await service.given.members(master, "Acme Ltd");
    const input = { accountId: master.id, enterpriseName: "Acme Ltd", certificate };

    const answers = await Promise.all(Array.from({ length: 10 }, () => service.api.commit(input)));

    const kinds = answers.map(({ __typename }) => __typename).sort();
    expect(kinds).toEqual([...Array.from({ length: 9 }, () => "AlreadyAuthenticated"), "AuthenticationCommitted"]);
    expect((await service.api.history(master.id)).edges).toHaveLength(1);
  });

  test("reaches members by the names that they bear at that moment", async () => {
    const { given, api } = service;
    const master = await given.master("Acme Ltd");
    const [renamedAway, renamedTo] = await given.members(master, "Acme Ltd", "Other Ltd");
    await given.renamed(renamedAway, "Other Ltd");
    await given.renamed(renamedTo, "Acme Ltd");

    const answer = await committed(master.id, "Acme Trading Ltd");
    const late = await given.member(master, "Acme Trading Ltd");

    const reached = answer.synchronization?.members.nodes.map(({ member }) => member.id);
    expect(reached).toEqual([renamedTo.id]);
    expect(await api.account(late.id)).toMatchObject({ authenticationStatus: "NOT_AUTHENTICATED" });
  });
});
