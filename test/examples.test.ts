import { readdir, readFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { type Answers, filled, UnfilledPlaceholder } from "../examples/placeholders.js";
import { startTestService, type TestService } from "./support/graphql-service.js";

/** What each example is to answer, by its number. */
const EXPECTED: Record<string, unknown> = {
  1: { registerMasterAccount: { account: { authenticationStatus: "NOT_AUTHENTICATED" } } },
  2: {
    registerMemberAccounts: { accounts: [{ reference: "north" }, { reference: "holding" }, { reference: "south" }] },
  },
  3: {
    previewAuthentication: {
      memberCount: 3,
      synchronizedCount: 2,
      members: {
        nodes: [
          { decision: { reason: "SAME_NAME_BEFORE", effect: "GRANT" } },
          { decision: { reason: "SAME_NAME_AFTER", effect: "GRANT" } },
          { decision: { reason: "DIFFERENT_NAME", effect: "NONE" } },
        ],
      },
    },
  },
  4: {
    commitAuthentication: {
      replayed: false,
      account: { authenticationStatus: "AUTHENTICATED" },
      synchronization: { synchronizedCount: 2 },
    },
  },
  5: {
    enterpriseAccount: {
      members: {
        nodes: [
          { authenticationHistory: { edges: [{ origin: "SYNCHRONIZED", reason: "SAME_NAME_BEFORE" }] } },
          { authenticationHistory: { edges: [{ origin: "SYNCHRONIZED", reason: "SAME_NAME_AFTER" }] } },
          { authenticationHistory: { edges: [] } },
        ],
      },
    },
  },
  6: {
    enterpriseAccount: { members: { nodes: [{ reference: "south" }] } },
    evaluateSyncPolicy: { synchronized: false, reason: "DIFFERENT_NAME" },
  },
  7: { evaluateSyncPolicy: { synchronized: true, reason: "SAME_NAME_BEFORE", effect: "REPLACE" } },
};

describe("the examples, one after the other", () => {
  let service: TestService;
  let files: string[];
  let answers: Answers = {};

  beforeAll(async () => {
    service = await startTestService();
    files = (await readdir("examples")).filter((file) => file.endsWith(".graphql")).sort();
  });

  afterAll(() => service.close());

  async function run(file: string): Promise<Answers> {
    const document = await readFile(`examples/${file}`, "utf8");
    const variables = JSON.parse(await readFile(`examples/${file.replace(/graphql$/, "json")}`, "utf8"));
    return service.client.ask<Answers>(document, filled(variables, answers));
  }

  test("each is expected to answer something", () => {
    expect(files.map((file) => file.split("-")[0])).toEqual(Object.keys(EXPECTED));
  });

  test.each(Object.entries(EXPECTED))("number %s answers what it says", async (number, expected) => {
    const answer = await run(files.find((file) => file.startsWith(`${number}-`)) as string);

    answers = { ...answers, ...answer };
    expect(answer).toMatchObject(expected as Answers);
  });

  test("the commit, run again, is a replay", async () => {
    const answer = await run(files.find((file) => file.startsWith("4-")) as string);

    expect(answer).toMatchObject({ commitAuthentication: { replayed: true } });
  });
});

describe("a placeholder", () => {
  const answers = { registerMasterAccount: { account: { id: "an-id", members: null } } };

  test("is filled wherever it stands", () => {
    const variables = {
      ids: ["{{registerMasterAccount.account.id}}"],
      key: "commit-{{registerMasterAccount.account.id}}",
    };

    expect(filled({ ...variables, first: 10, after: null }, answers)).toEqual({
      ids: ["an-id"],
      key: "commit-an-id",
      first: 10,
      after: null,
    });
  });

  test.each([
    "previewAuthentication.previewToken",
    "registerMasterAccount.account",
    "registerMasterAccount.account.members.id",
  ])("that nothing fills, as %s, says which example is to be run first", (path) => {
    const fill = () => filled({ value: `{{${path}}}` }, answers);

    expect(fill).toThrow(UnfilledPlaceholder);
    expect(fill).toThrow(`run the one with ${path.split(".")[0]} first`);
  });
});
