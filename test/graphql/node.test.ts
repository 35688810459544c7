import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { as } from "../support/graphql-answers.js";
import { DOCUMENTS } from "../support/graphql-documents.js";
import { NO_IDS } from "../support/graphql-ids.js";
import { startTestService, type TestService } from "../support/graphql-service.js";
import { OPERATOR } from "../support/operator.js";
import { aCertificate, CREDIT_CODES } from "../support/samples.js";

let service: TestService;

beforeAll(async () => {
  service = await startTestService();
});

afterAll(() => service.close());

/** One of everything that has an id. */
async function nodes() {
  const { given } = service;
  const master = await given.master("Acme Ltd");
  const [member] = await given.members(master, "Acme Ltd");
  const { snapshot, synchronization } = await given.synchronized(master, "Acme Trading Ltd");
  return { master, member, snapshot, synchronization };
}

describe("node", () => {
  test.each(["master", "member"] as const)("finds the account of a %s", async (role) => {
    const { [role]: account } = await nodes();

    const node = await service.api.node(account.id);

    const found = await service.api.account(account.id);
    expect(node).toEqual({ __typename: "EnterpriseAccount", ...found });
  });

  test("finds a snapshot", async () => {
    const master = await service.given.master("Acme Ltd");
    const certificate = aCertificate({ country: "DE", type: "OTHER", number: "hrb 12345" });
    const { snapshot } = await service.given.authenticated(master, "Acme Trading Ltd", certificate);

    const node = await service.api.node(snapshot.id);

    expect(node).toEqual({
      __typename: "AuthenticationSnapshot",
      id: snapshot.id,
      account: { id: master.id },
      enterpriseName: "Acme Trading Ltd",
      certificate: { country: "DE", type: "OTHER", number: "HRB12345" },
      authenticatedAt: snapshot.authenticatedAt.toISOString(),
      recordedBy: OPERATOR.recordedBy,
      synchronization: null,
    });
  });

  test("finds the synchronization that a commit answered with", async () => {
    const master = await service.given.master("Acme Ltd");
    await service.given.members(master, "Acme Ltd", "Acme Trading Ltd");
    const certificate = { country: "CN", type: "BUSINESS_LICENSE", number: CREDIT_CODES[0] } as const;
    const request = { accountId: master.id, enterpriseName: "Acme Trading Ltd", certificate };
    const committed = as("AuthenticationCommitted", await service.api.commit(request));
    const { master: synchronizedFrom, ...synchronization } = committed.synchronization as NonNullable<
      typeof committed.synchronization
    >;

    const node = await service.api.node(synchronization.id);

    expect(node).toEqual({ __typename: "Synchronization", ...synchronization, synchronizedFrom });
  });

  test.each(NO_IDS)("is null where the id is %s", async (_what, id) => {
    const node = await service.api.node(id);

    expect(node).toBeNull();
  });
});

describe("nodes", () => {
  test("are found in the order of their ids, each as often as it is asked for, and null where there is none", async () => {
    const { master, member, snapshot, synchronization } = await nodes();
    const ids = [synchronization, member, snapshot, master, member].map(({ id }) => id);

    const found = await service.api.nodes(["nothing", ...ids, ...NO_IDS.map(([, id]) => id)]);

    const expected = await Promise.all(ids.map((id) => service.api.node(id)));
    expect(found).toEqual([null, ...expected, ...NO_IDS.map(() => null)]);
  });

  test("are none where no id is given", async () => {
    const found = await service.api.nodes([]);

    expect(found).toEqual([]);
  });

  test("are found 100 at once", async () => {
    const { master } = await nodes();

    const found = await service.api.nodes(Array.from({ length: 100 }, () => master.id));

    expect(found.filter((node) => node?.id === master.id)).toHaveLength(100);
  });

  test("are not found more than 100 at once", async () => {
    const errors = await service.client.errors(DOCUMENTS.nodes, { ids: Array.from({ length: 101 }, () => "nothing") });

    const message = "At most 100 ids can be asked for at once.";
    const extensions = { code: "BAD_USER_INPUT", argument: ["ids"], reason: "TOO_MANY_IDS" };
    expect(errors).toMatchObject([{ message, path: ["nodes"], extensions }]);
  });
});
