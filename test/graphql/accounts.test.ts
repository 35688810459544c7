import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { type AccountAnswer, as } from "../support/graphql-answers.js";
import { NO_IDS } from "../support/graphql-ids.js";
import { startTestService, type TestService } from "../support/graphql-service.js";
import { OPERATOR } from "../support/operator.js";

let service: TestService;

beforeAll(async () => {
  service = await startTestService();
});

afterAll(() => service.close());

/** What an account is as it is registered. */
function registered(
  given: Pick<AccountAnswer, "role" | "enterpriseName" | "master"> & { reference?: string },
): AccountAnswer {
  return {
    reference: null,
    ...given,
    id: expect.any(String) as never,
    authenticationStatus: "NOT_AUTHENTICATED",
    authenticationOrigin: null,
    authentication: null,
    createdAt: expect.stringMatching(/^2026-01-01T\d\d:\d\d:\d\d\.000Z$/) as never,
  };
}

describe("registering a master account", () => {
  test("answers with the account, which can be read again", async () => {
    const answer = as("MasterAccountRegistered", await service.api.registerMaster({ enterpriseName: "Acme Ltd" }));
    const account = await service.api.account(answer.account.id);

    expect(answer).toEqual({
      __typename: "MasterAccountRegistered",
      account: registered({ role: "MASTER", enterpriseName: "Acme Ltd", master: null }),
      howToBeGranted: null,
      replayed: false,
    });
    expect(account).toEqual(answer.account);
  });

  test("keeps the name as it is written, but for what surrounds and breaks it", async () => {
    const enterpriseName = "  北京示例（集团）\t有限公司\r\n";

    const answer = as("MasterAccountRegistered", await service.api.registerMaster({ enterpriseName }));

    expect(answer.account.enterpriseName).toBe("北京示例（集团） 有限公司");
  });

  test("is done as often as it is asked for, without an idempotency key", async () => {
    const input = { enterpriseName: "Acme Ltd", idempotencyKey: null };

    const answers = [await service.api.registerMaster(input), await service.api.registerMaster(input)];

    const [one, other] = answers.map((answer) => as("MasterAccountRegistered", answer));
    expect(one?.account.id).not.toBe(other?.account.id);
    expect(other?.replayed).toBe(false);
  });
});

describe("registering a member account", () => {
  test("answers with the account, which is one of its master's members", async () => {
    const { id: masterId } = await service.given.master("Acme Ltd");

    const answer = as(
      "MemberAccountRegistered",
      await service.api.registerMember({ masterId, enterpriseName: "Acme Trading Ltd" }),
    );
    const members = await service.api.members(masterId);

    expect(answer).toEqual({
      __typename: "MemberAccountRegistered",
      account: registered({ role: "MEMBER", enterpriseName: "Acme Trading Ltd", master: { id: masterId } }),
      replayed: false,
    });
    expect(members.nodes).toEqual([answer.account]);
  });

  test("exchanges no information with a master that is authenticated, whatever the name", async () => {
    const master = await service.given.master("Acme Ltd");
    await service.given.authenticated(master, "Acme Ltd");

    const answer = await service.api.registerMember({ masterId: master.id, enterpriseName: "Acme Ltd" });

    const { account } = as("MemberAccountRegistered", answer);
    expect(account).toEqual(registered({ role: "MEMBER", enterpriseName: "Acme Ltd", master: { id: master.id } }));
  });

  test.each(NO_IDS)("is refused where the master's id is %s", async (_what, masterId) => {
    const answer = await service.api.registerMember({ masterId, enterpriseName: "Acme Ltd" });

    const message = `There is no account with the id "${masterId}".`;
    expect(answer).toEqual({ __typename: "AccountNotFound", accountId: masterId, message });
  });

  test("is refused where the master is a member itself", async () => {
    const [member] = await service.given.members(await service.given.master("Acme Ltd"), "Acme Ltd");

    const answer = await service.api.registerMember({ masterId: member.id, enterpriseName: "Acme Ltd" });

    const message = `The account "${member.id}" is a member of another account; only a master account has members.`;
    expect(answer).toEqual({ __typename: "NotAMasterAccount", accountId: member.id, message });
  });
});

describe("renaming an account", () => {
  test.each(["master", "member"])("gives a %s that is not authenticated its new name", async (role) => {
    const master = await service.given.master("Acme Ltd");
    const account = role === "master" ? master : await service.given.member(master, "Acme Trading Ltd");
    const before = await service.api.account(account.id);

    const answer = await service.api.rename({ accountId: account.id, enterpriseName: " Acme Shipping Ltd " });
    const after = await service.api.account(account.id);

    expect(answer).toEqual({ __typename: "EnterpriseAccountRenamed", account: after });
    expect(after).toEqual({ ...before, enterpriseName: "Acme Shipping Ltd" });
  });

  test.each(NO_IDS)("is refused where the id is %s", async (_what, accountId) => {
    const answer = await service.api.rename({ accountId, enterpriseName: "Acme Ltd" });

    const message = `There is no account with the id "${accountId}".`;
    expect(answer).toEqual({ __typename: "AccountNotFound", accountId, message });
  });

  test.each(["by itself", "with its master"])("is refused once the account is authenticated %s", async (how) => {
    const master = await service.given.master("Acme Ltd");
    const [member] = await service.given.members(master, "Acme Ltd");
    await service.given.authenticated(how === "by itself" ? member : master, "Acme Ltd");
    const before = await service.api.account(member.id);

    const answer = await service.api.rename({ accountId: member.id, enterpriseName: "Acme Shipping Ltd" });
    const after = await service.api.account(member.id);

    const message = 'The account "Acme Ltd" is authenticated; its name changes through authentication only.';
    expect(answer).toEqual({ __typename: "EnterpriseNameFixed", account: before, message });
    expect(after).toEqual(before);
  });
});

describe("an account", () => {
  test.each(NO_IDS)("is null where its id is %s", async (_what, id) => {
    const account = await service.api.account(id);

    expect(account).toBeNull();
  });

  test("shows its authentication, and whose it is", async () => {
    const { given, api } = service;
    const master = await given.master("Acme Ltd");
    const [synchronized, alone, other] = await given.members(master, "Acme Ltd", "Acme Shipping Ltd", "Other Ltd");
    const own = await given.authenticated(alone, "Acme Shipping Ltd");
    const { snapshot } = await given.authenticated(master, "Acme Trading Ltd");
    const ids = [master, synchronized, alone, other].map(({ id }) => id);

    const accounts = await Promise.all(ids.map((id) => api.account(id)));

    const shown = accounts.map((account) => ({
      status: account?.authenticationStatus,
      origin: account?.authenticationOrigin,
      name: account?.enterpriseName,
      snapshot: account?.authentication?.id,
      of: account?.authentication?.account.id,
    }));
    expect(shown).toEqual([
      { status: "AUTHENTICATED", origin: "OWN", name: "Acme Trading Ltd", snapshot: snapshot.id, of: master.id },
      {
        status: "AUTHENTICATED",
        origin: "SYNCHRONIZED",
        name: "Acme Trading Ltd",
        snapshot: snapshot.id,
        of: master.id,
      },
      { status: "AUTHENTICATED", origin: "OWN", name: "Acme Shipping Ltd", snapshot: own.snapshot.id, of: alone.id },
      { status: "NOT_AUTHENTICATED", origin: null, name: "Other Ltd", snapshot: undefined, of: undefined },
    ]);
  });

  test("shows every authentication that came in force for it, newest first", async () => {
    const { given, api } = service;
    const master = await given.master("Acme Ltd");
    const [member] = await given.members(master, "Acme Ltd");
    const { snapshot: own } = await given.authenticated(member, "Acme Ltd");
    const { snapshot } = await given.authenticated(master, "Acme Trading Ltd");
    const [shared, first] = [await api.node(snapshot.id), await api.node(own.id)].map((node) => {
      const { __typename, ...rest } = as("AuthenticationSnapshot", node as NonNullable<typeof node>);
      return rest;
    });

    const history = await api.history(member.id);

    const cursor = expect.any(String);
    const recordedAt = { shared: snapshot.authenticatedAt.toISOString(), own: own.authenticatedAt.toISOString() };
    const { recordedBy } = OPERATOR;
    expect(history.edges).toEqual([
      {
        cursor,
        origin: "SYNCHRONIZED",
        reason: "SAME_NAME_BEFORE",
        recordedAt: recordedAt.shared,
        recordedBy,
        node: shared,
      },
      { cursor, origin: "OWN", reason: null, recordedAt: recordedAt.own, recordedBy, node: first },
    ]);
    expect(history.nodes).toEqual([shared, first]);
  });

  test("has no members where it is a member", async () => {
    const [member] = await service.given.members(await service.given.master("Acme Ltd"), "Acme Ltd");

    const members = await service.api.members(member.id);

    const pageInfo = { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null };
    expect(members).toEqual({ edges: [], nodes: [], pageInfo });
  });

  test("leads to its master, and back", async () => {
    const master = await service.given.master("Acme Ltd");
    const [member] = await service.given.members(master, "Acme Ltd");
    const document = `query ($id: ID!) {
      enterpriseAccount(id: $id) { master { id enterpriseName role master { id } members { nodes { id } } } }
    }`;

    const answer = await service.client.ask(document, { id: member.id });

    const expected = { id: master.id, enterpriseName: "Acme Ltd", role: "MASTER", master: null };
    expect(answer).toEqual({ enterpriseAccount: { master: { ...expected, members: { nodes: [{ id: member.id }] } } } });
  });
});
