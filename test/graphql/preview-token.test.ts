import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { EnterpriseAccount } from "../../src/domain/enterprise-account.js";
import { as, type CertificateAnswer } from "../support/graphql-answers.js";
import { DOCUMENTS } from "../support/graphql-documents.js";
import { startTestService, type TestService } from "../support/graphql-service.js";
import { aCertificate, CREDIT_CODES } from "../support/samples.js";

const certificate: CertificateAnswer = { country: "CN", type: "BUSINESS_LICENSE", number: CREDIT_CODES[0] };

let service: TestService;

beforeAll(async () => {
  service = await startTestService();
});

afterAll(() => service.close());

/** A master with two members, one of either name, and the token of a preview of its authentication as Acme Ltd. */
async function aPreviewedGroup(given: { certificate?: CertificateAnswer | null } = { certificate }) {
  const master = await service.given.master("Acme Ltd");
  const [same, other] = await service.given.members(master, "Acme Ltd", "Other Ltd");
  const request = { accountId: master.id, enterpriseName: "Acme Ltd" };
  const { previewToken } = as("AuthenticationPreview", await service.api.preview({ ...request, ...given }));
  return { master, same, other, request: { ...request, certificate, previewToken } };
}

/** Whoever is told that a preview is stale is told what would be committed now, and can commit exactly that. */
async function expectStale(request: Parameters<TestService["api"]["commit"]>[0]): Promise<void> {
  const { previewToken: _, ...input } = request;
  const answer = as("PreviewStale", await service.api.commit(request));

  const { __typename, ...currentPreview } = as("AuthenticationPreview", await service.api.preview(input));
  expect(answer).toEqual({
    __typename: "PreviewStale",
    message:
      "The preview no longer holds: its group has changed since, or the name or the certificate is not the one that was previewed.",
    currentPreview,
  });

  const { previewToken } = answer.currentPreview;
  const committed = as("AuthenticationCommitted", await service.api.commit({ ...input, previewToken }));
  const decided = currentPreview.members.nodes.filter(({ decision }) => decision.synchronized);
  const carried = committed.synchronization?.members.nodes ?? [];
  expect(carried.map(({ decision, nameBefore, statusBefore }) => ({ decision, nameBefore, statusBefore }))).toEqual(
    decided.map(({ decision, nameBefore, statusBefore }) => ({ decision, nameBefore, statusBefore })),
  );
}

describe("the token of a preview", () => {
  test.each<[string, { certificate?: CertificateAnswer | null }, CertificateAnswer]>([
    ["the certificate that was previewed", { certificate }, certificate],
    ["that certificate written otherwise", { certificate }, { ...certificate, number: "91990000tt 0000015j" }],
    ["any certificate, where none was previewed", {}, { ...certificate, number: CREDIT_CODES[1] }],
    ["any certificate, where null was previewed", { certificate: null }, certificate],
  ])("commits what was previewed, with %s", async (_what, previewed, committed) => {
    const { request } = await aPreviewedGroup(previewed);

    const answer = await service.api.commit({ ...request, certificate: committed });

    expect(answer).toMatchObject({ __typename: "AuthenticationCommitted", synchronization: { synchronizedCount: 1 } });
  });

  test("stays good while other groups change", async () => {
    const { request } = await aPreviewedGroup();
    await service.given.synchronized((await aPreviewedGroup()).master, "Acme Ltd");

    const answer = await service.api.commit(request);

    expect(answer).toMatchObject({ __typename: "AuthenticationCommitted" });
  });

  test("stays good while refusals change nothing", async () => {
    const { request, master, same } = await aPreviewedGroup();
    await service.api.registerMember({ masterId: same.id, enterpriseName: "Acme Ltd" });
    await service.api.commit({ ...request, accountId: master.id, enterpriseName: "Other Ltd" });

    const answer = await service.api.commit(request);

    expect(answer).toMatchObject({ __typename: "AuthenticationCommitted" });
  });

  type Group = { master: EnterpriseAccount; same: EnterpriseAccount; other: EnterpriseAccount };
  test.each<[string, change: (group: Group) => Promise<unknown>]>([
    ["a member joined", ({ master }) => service.given.member(master, "Other Ltd")],
    ["a member was renamed", ({ other }) => service.given.renamed(other, "Acme Ltd")],
    ["a member was renamed as it was", ({ other }) => service.given.renamed(other, "Other Ltd")],
    ["a member was authenticated", ({ same }) => service.given.authenticated(same, "Acme Ltd", aCertificate())],
    ["the master was renamed", ({ master }) => service.given.renamed(master, "Other Ltd")],
  ])("is stale once %s", async (_what, change) => {
    const { request, ...group } = await aPreviewedGroup();
    await change(group);

    await expectStale(request);
  });

  test.each<[string, { enterpriseName?: string; certificate?: CertificateAnswer }]>([
    ["name", { enterpriseName: "Other Ltd" }],
    ["spelling of the name", { enterpriseName: "ACME LTD" }],
    ["number", { certificate: { ...certificate, number: CREDIT_CODES[1] } }],
    ["type of certificate", { certificate: { ...certificate, type: "OTHER" } }],
    ["country", { certificate: { ...certificate, country: "HK" } }],
  ])("is stale for another %s", async (_what, different) => {
    const { request } = await aPreviewedGroup();

    await expectStale({ ...request, ...different });
  });

  test("is stale for another account", async () => {
    const [{ request }, other] = [await aPreviewedGroup(), await aPreviewedGroup()];

    await expectStale({ ...request, accountId: other.master.id });
  });

  test("of a member's preview is stale once a sibling joined", async () => {
    const { master, same } = await aPreviewedGroup();
    const request = { accountId: same.id, enterpriseName: "Acme Ltd", certificate };
    const { previewToken } = as("AuthenticationPreview", await service.api.preview(request));
    await service.given.member(master, "Other Ltd");

    await expectStale({ ...request, previewToken });
  });
});

describe("a text that is no token of a preview", () => {
  const asToken = (...values: unknown[]) => Buffer.from(JSON.stringify(values)).toString("base64url");
  const digest = "x".repeat(43);

  test.each<[string, (token: string, cursor: string) => string]>([
    ["empty", () => ""],
    ["another text", () => "preview"],
    ["a cursor", (_token, cursor) => cursor],
    ["cut short", (token) => token.slice(0, -1)],
    ["followed by something", (token) => `${token}A`],
    ["surrounded by spaces", (token) => ` ${token} `],
    ["of another version", () => asToken("preview-2", 1, digest, null)],
    ["of no revision", () => asToken("preview-1", 0, digest, null)],
    ["of a revision that is no number", () => asToken("preview-1", "1", digest, null)],
    ["of a revision that is not whole", () => asToken("preview-1", 1.5, digest, null)],
    ["of no digests", () => asToken("preview-1", 1, "", null)],
    ["of too few parts", () => asToken("preview-1", 1, digest)],
    ["of too many parts", () => asToken("preview-1", 1, digest, null, null)],
    ["long", () => "A".repeat(500_000)],
  ])("is malformed input: %s", async (_what, alter) => {
    const { request, master } = await aPreviewedGroup();
    const cursor = (await service.api.members(master.id)).edges[0]?.cursor as string;
    const previewToken = alter(request.previewToken, cursor);

    const answer = await service.client.answer(DOCUMENTS.commitAuthentication, { input: { ...request, previewToken } });

    expect(answer).toMatchObject({
      status: 200,
      data: null,
      errors: [
        {
          message: "This is not the token of a preview.",
          path: ["commitAuthentication"],
          extensions: {
            code: "BAD_USER_INPUT",
            reason: "INVALID_PREVIEW_TOKEN",
            argument: ["input", "previewToken"],
          },
        },
      ],
    });
    expect(await service.api.account(master.id)).toMatchObject({ authenticationStatus: "NOT_AUTHENTICATED" });
  });
});
