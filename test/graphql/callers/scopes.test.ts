import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { SCOPES, type Scope } from "../../../src/application/caller.js";
import { type AskingService, startAskingService } from "../../support/callers/asking-service.js";
import { type Claims, claimsOf } from "../../support/callers/issuer.js";
import { as } from "../../support/graphql-answers.js";
import { GraphqlApi } from "../../support/graphql-api.js";
import { aCertificate, newId } from "../../support/samples.js";

let service: AskingService;

beforeAll(async () => {
  service = await startAskingService();
});

afterAll(() => service.close());

const without = (scope: Scope): readonly Scope[] => SCOPES.filter((other) => other !== scope);

async function apiOf(claims: Claims): Promise<GraphqlApi> {
  return new GraphqlApi(await service.clientOf(claims));
}

describe("the number of a certificate", () => {
  test.each<[type: "BUSINESS_LICENSE" | "OTHER", number: string, masked: string]>([
    ["BUSINESS_LICENSE", "91990000TT0000015J", "9199**********15J"],
    ["BUSINESS_LICENSE", "110105012345678", "1101**********678"],
    ["OTHER", "12345678901234", "**********"],
    ["OTHER", "7", "**********"],
  ])("is shown to whoever may read it, and masked for others: %s %s", async (type, number, masked) => {
    const master = await service.given.master("Acme Ltd");
    const { snapshot } = await service.given.authenticated(master, "Acme Ltd", aCertificate({ type, number }));
    const document = `query ($id: ID!) {
      enterpriseAccount(id: $id) {
        authentication { certificate { number } }
        authenticationHistory { nodes { certificate { number } } edges { node { certificate { n: number } } } }
      }
      node(id: $id) { ... on EnterpriseAccount { authentication { certificate { number } } } }
      nodes(ids: ["${snapshot.id}"]) { ... on AuthenticationSnapshot { certificate { number } } }
    }`;
    const read = async (scopes: readonly Scope[]) => {
      const client = await service.clientOf(claimsOf([master.id], scopes));
      return JSON.stringify(await client.ask(document, { id: master.id }));
    };

    const [full, hidden] = [await read(SCOPES), await read(without("certificates:read"))];

    expect(full.split(`"${number}"`)).toHaveLength(6);
    expect(hidden).toBe(full.replaceAll(`"${number}"`, `"${masked}"`));
  });

  test("is masked for whoever has just committed it", async () => {
    const master = await service.given.master("Acme Ltd");
    const api = await apiOf(claimsOf([master.id], without("certificates:read")));
    const certificate = { country: "CN", type: "BUSINESS_LICENSE", number: "91990000TT0000015J" } as const;

    const answer = await api.commit({ accountId: master.id, enterpriseName: "Acme Ltd", certificate });

    const { account, snapshot } = as("AuthenticationCommitted", answer);
    expect([account.authentication, snapshot].map((shown) => shown?.certificate.number)).toEqual([
      "9199**********15J",
      "9199**********15J",
    ]);
  });
});

describe("registering a master", () => {
  const input = { enterpriseName: "Acme Ltd" };

  test("takes no groups:create of whoever reaches every group", async () => {
    const api = await apiOf(claimsOf("*", without("groups:create")));

    const answer = await api.registerMaster(input);

    expect(answer).toMatchObject({ __typename: "MasterAccountRegistered", howToBeGranted: null });
  });

  test("writes nothing where groups:create is missing, and leaves the key free", async () => {
    const request = { ...input, idempotencyKey: newId() };
    const client = await service.clientOf(claimsOf([], without("groups:create")));
    const document =
      "mutation ($input: RegisterMasterAccountInput!) { registerMasterAccount(input: $input) { __typename } }";

    const errors = await client.errors(document, { input: request });
    const later = await (await apiOf(claimsOf([]))).registerMaster(request);

    expect(errors).toMatchObject([{ extensions: { code: "FORBIDDEN", scope: "groups:create" } }]);
    expect(later).toMatchObject({ __typename: "MasterAccountRegistered", replayed: false });
  });

  test("says how to be granted the group, which is not there for its caller until then", async () => {
    const api = await apiOf(claimsOf([]));
    const request = { ...input, idempotencyKey: newId() };

    const answer = as("MasterAccountRegistered", await api.registerMaster(request));
    const again = await api.registerMaster(request);
    const { id } = answer.account;
    const [before, after] = [await api.account(id), await (await apiOf(claimsOf([id]))).account(id)];
    const granted = await (await apiOf(claimsOf([id]))).registerMaster(request);

    const howToBeGranted = `Have the issuer of your token add ${id} to its claim "groups".`;
    expect(answer).toMatchObject({ howToBeGranted, replayed: false });
    expect(again).toEqual({ ...answer, replayed: true });
    expect([before, after]).toEqual([null, answer.account]);
    expect(granted).toEqual({ ...answer, howToBeGranted: null, replayed: true });
  });
});

describe("what is recorded", () => {
  test("says by whom, and with which of its requests, wherever it is read", async () => {
    const master = await service.given.master("Acme Ltd");
    const [member] = await service.given.members(master, "Acme Ltd");
    const api = await apiOf(claimsOf([master.id], SCOPES, "auditor@example"));
    const certificate = { country: "CN", type: "BUSINESS_LICENSE", number: "91990000TT0000015J" } as const;
    const committed = await api.commit({ accountId: master.id, enterpriseName: "Acme Ltd", certificate });
    const { snapshot, synchronization } = as("AuthenticationCommitted", committed);

    const document = `query ($ids: [ID!]!, $member: ID!) {
      nodes(ids: $ids) {
        ... on AuthenticationSnapshot { recordedBy { subject requestId } }
        ... on Synchronization { recordedBy { subject requestId } }
      }
      enterpriseAccount(id: $member) {
        authentication { recordedBy { subject requestId } }
        authenticationHistory { edges { recordedBy { subject requestId } } }
      }
    }`;
    const client = await service.clientOf(claimsOf("*", SCOPES, "somebody else"));
    const answer = await client.ask(document, { ids: [snapshot.id, synchronization?.id], member: member.id });

    const recordedBy = { subject: "auditor@example", requestId: expect.stringMatching(/^[0-9a-f-]{36}$/) };
    expect(answer).toEqual({
      nodes: [{ recordedBy }, { recordedBy }],
      enterpriseAccount: { authentication: { recordedBy }, authenticationHistory: { edges: [{ recordedBy }] } },
    });
    expect(new Set(JSON.stringify(answer).match(/"requestId":"[^"]+"/g)).size).toBe(1);
  });

  test("says nobody where it was recorded before callers were known", async () => {
    const master = await service.given.master("Acme Ltd");
    const { snapshot } = await service.given.authenticated(master, "Acme Ltd");
    await service.dataSource.query(
      "UPDATE authentication_snapshots SET recorded_by = NULL, request_id = NULL WHERE id = $1",
      [snapshot.id],
    );
    const client = await service.clientOf(claimsOf([master.id]));

    const answer = await client.ask(
      "query ($id: ID!) { node(id: $id) { ... on AuthenticationSnapshot { recordedBy { subject } } } }",
      { id: snapshot.id },
    );

    expect(answer).toEqual({ node: { recordedBy: null } });
  });
});
