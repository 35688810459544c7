import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { as } from "../support/graphql-answers.js";
import { startTestService, type TestService } from "../support/graphql-service.js";
import { OPERATOR } from "../support/operator.js";
import { aCertificate, CREDIT_CODES } from "../support/samples.js";

let service: TestService;

beforeAll(async () => {
  service = await startTestService();
});

afterAll(() => service.close());

async function read(id: string) {
  const node = await service.api.node(id);
  return as("Synchronization", node as NonNullable<typeof node>);
}

/** A master that was authenticated with a certificate, under the name that one of its members bore. */
async function aSynchronization() {
  const { given } = service;
  const master = await given.master("Acme Ltd");
  const [replaced, other, confirmed, granted] = await given.members(
    master,
    "Acme Ltd",
    "Other Ltd",
    "Acme Trading Ltd",
    "ACME TRADING LTD",
  );
  await given.authenticated(replaced, "Acme Ltd", aCertificate({ number: CREDIT_CODES[1] }));
  await given.authenticated(confirmed, "Acme Trading Ltd", aCertificate({ number: CREDIT_CODES[0] }));
  const { synchronization } = await given.synchronized(master, "Acme Trading Ltd");
  return { synchronization, master, replaced, other, confirmed, granted };
}

describe("a synchronization", () => {
  test("says whose authentication it carried, from which name to which, and when", async () => {
    const { synchronization, master } = await aSynchronization();

    const { members: _, ...answer } = await read(synchronization.id);

    expect(answer).toEqual({
      __typename: "Synchronization",
      id: synchronization.id,
      synchronizedFrom: { id: master.id },
      nameBefore: "Acme Ltd",
      nameAfter: "Acme Trading Ltd",
      committedAt: synchronization.committedAt.toISOString(),
      recordedBy: OPERATOR.recordedBy,
      synchronizedCount: 3,
    });
  });

  test("shows the members that it reached, as they were and as they became", async () => {
    const { synchronization, replaced, confirmed, granted } = await aSynchronization();

    const { members } = await read(synchronization.id);

    const ids = [replaced, granted, confirmed].map(({ id }) => id);
    const accounts = await Promise.all(ids.map((id) => service.api.account(id)));
    expect(members.nodes.map(({ member }) => member)).toEqual(accounts);
    expect(members.nodes.map(({ nameBefore, statusBefore }) => [nameBefore, statusBefore])).toEqual([
      ["Acme Ltd", "AUTHENTICATED"],
      ["ACME TRADING LTD", "NOT_AUTHENTICATED"],
      ["Acme Trading Ltd", "AUTHENTICATED"],
    ]);
    const shown = members.nodes.map(({ decision: { reason, effect, tableCase } }) => [reason, effect, tableCase]);
    expect(shown).toEqual([
      ["SAME_NAME_BEFORE", "REPLACE", 3],
      ["SAME_NAME_AFTER", "GRANT", 4],
      ["SAME_NAME_AFTER", "CONFIRM", null],
    ]);
  });

  test("says of each member what the preview said", async () => {
    const { given, api } = service;
    const master = await given.master("Acme Ltd");
    await given.members(master, "Acme Ltd", "Other Ltd", "Acme Trading Ltd");
    const certificate = { country: "CN", type: "BUSINESS_LICENSE", number: CREDIT_CODES[0] } as const;
    const request = { accountId: master.id, enterpriseName: "Acme Trading Ltd", certificate };
    const preview = as("AuthenticationPreview", await api.preview(request));

    const committed = as("AuthenticationCommitted", await api.commit(request));

    const ofEach = (nodes: readonly { member: { id: string }; decision: object }[] = []) =>
      nodes.map(({ member: { id }, decision }) => ({ id, decision }));
    const previewed = preview.members.nodes.filter(({ decision }) => decision.synchronized);
    expect(ofEach(committed.synchronization?.members.nodes)).toEqual(ofEach(previewed));
  });

  test("is found again from the snapshot that its master and its members share, and from no other", async () => {
    const { synchronization, master, replaced, other } = await aSynchronization();
    const alone = await service.given.authenticated(other, "Other Ltd");
    const accounts = [master, replaced, other].map(({ id }) => `"${id}"`);

    const found = await service.client.ask<{ nodes: { authentication: object }[] }>(
      `{ nodes(ids: [${accounts}]) { ... on EnterpriseAccount { authentication { synchronization { id } } } } }`,
    );

    expect(alone.synchronization).toBeNull();
    expect(found.nodes.map(({ authentication }) => authentication)).toEqual([
      { synchronization: { id: synchronization.id } },
      { synchronization: { id: synchronization.id } },
      { synchronization: null },
    ]);
  });

  test("stays as it was, whatever happens in its group later", async () => {
    const { synchronization, master, other } = await aSynchronization();
    const before = await read(synchronization.id);
    await service.given.members(master, "Acme Ltd", "Acme Trading Ltd");
    await service.given.renamed(other, "Acme Ltd");
    await service.given.authenticated(other, "Acme Trading Ltd");

    const after = await read(synchronization.id);

    expect(after).toEqual(before);
  });
});
