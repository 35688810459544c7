import { afterAll, beforeAll, describe, expect, jest, test } from "@jest/globals";
import { as } from "../support/graphql-answers.js";
import { startTestService, type TestService } from "../support/graphql-service.js";
import { CREDIT_CODES } from "../support/samples.js";

let service: TestService;

beforeAll(async () => {
  service = await startTestService();
});

afterAll(() => service.close());

const OUTDATED = "The group has changed since this preview was made; preview again.";

const parts = ["members { nodes { nameBefore } }", "memberCount", "synchronizedCount", "breakdown { count }"];

function previewOf(part: string): string {
  return `query ($input: PreviewAuthenticationInput!) {
    previewAuthentication(input: $input) { ... on AuthenticationPreview { nameBefore ${part} } }
  }`;
}

describe("a preview whose group changes before all of it is read", () => {
  test.each(parts)("has no %s: what it shows describes one state", async (part) => {
    const master = await service.given.master("Acme Ltd");
    const input = { accountId: master.id, enterpriseName: "Acme Ltd" };

    const answer = await changedMeanwhile(
      () => service.given.member(master, "Acme Ltd"),
      () => service.client.answer(previewOf(part), { input }),
    );

    const path = ["previewAuthentication", part.replace(/ .*/, "")];
    const errors = [{ message: OUTDATED, path, extensions: { code: "PREVIEW_STALE" } }];
    expect(answer).toMatchObject({ status: 200, data: null, errors });
  });

  test.each(parts)("has no %s where it is what a commit was refused for", async (part) => {
    const master = await service.given.master("Acme Ltd");
    const input = { accountId: master.id, enterpriseName: "Acme Ltd" };
    const { previewToken } = as("AuthenticationPreview", await service.api.preview(input));
    await service.given.member(master, "Acme Ltd");
    const certificate = { country: "CN", type: "BUSINESS_LICENSE", number: CREDIT_CODES[0] };
    const document = `mutation ($input: CommitAuthenticationInput!) {
      commitAuthentication(input: $input) { ... on PreviewStale { currentPreview { previewToken ${part} } } }
    }`;

    const answer = await changedMeanwhile(
      () => service.given.member(master, "Acme Ltd"),
      () => service.client.answer(document, { input: { ...input, certificate, previewToken } }),
    );

    const path = ["commitAuthentication", "currentPreview", part.replace(/ .*/, "")];
    const errors = [{ message: OUTDATED, path, extensions: { code: "PREVIEW_STALE" } }];
    expect(answer).toMatchObject({ status: 200, data: null, errors });
  });

  test("shows what it was made of, where no part of it is read later", async () => {
    const master = await service.given.master("Acme Ltd");
    const input = { accountId: master.id, enterpriseName: "Acme Ltd" };

    const answer = await changedMeanwhile(
      () => service.given.renamed(master, "Acme Trading Ltd"),
      () => service.client.ask(previewOf("account { enterpriseName }"), { input }),
    );

    const nameBefore = "Acme Ltd";
    expect(answer).toEqual({ previewAuthentication: { nameBefore, account: { enterpriseName: nameBefore } } });
  });
});

/**
 * Has `change` come after the first transaction of a request and before its second one: of all connections but one
 * somebody else makes use, and whoever waits for that one is served in turn.
 */
async function changedMeanwhile<T>(change: () => Promise<unknown>, request: () => Promise<T>): Promise<T> {
  const { served, statements } = service;
  const poolSize = served.options.poolSize ?? 0;
  const others = Array.from({ length: poolSize - 1 }, () => served.createQueryRunner());
  for (const one of others) await one.connect();
  let changed: Promise<unknown> | undefined;
  const spy = jest.spyOn(statements, "logQuery").mockImplementationOnce(() => {
    changed = change();
  });
  try {
    return await request();
  } finally {
    spy.mockRestore();
    for (const one of others) await one.release();
    await changed;
  }
}
