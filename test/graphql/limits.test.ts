import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { startTestService, type TestService } from "../support/graphql-service.js";

let service: TestService;

beforeAll(async () => {
  service = await startTestService();
  await service.given.members(await service.given.master("Acme Ltd"), "Acme Ltd");
});

afterAll(() => service.close());

/** `count` fields for each of 10,000 members. */
function fields(count: number): string {
  return Array.from({ length: count }, (_, index) => `a${index}: id`).join(" ");
}

const accounts = (selection: string, page = "first: 100") => `enterpriseAccounts(${page}) { nodes { ${selection} } }`;
const members = (selection: string, page = "first: 100") => `members(${page}) { nodes { ${selection} } }`;

const OF_MEMBERS = `fragment OfMembers on EnterpriseAccount { ${members("...OfEach")} }`;
const OF_EACH = `fragment OfEach on EnterpriseAccount { ${members("id")} }`;

const newMembers = (count: number) => Array.from({ length: count }, () => ({ enterpriseName: "Acme Ltd" }));
const registration = (selection: string) => `mutation ($members: [NewMemberInput!]!) {
  registerMemberAccounts(input: { masterId: "nothing", members: $members }) {
    ... on MemberAccountsRegistered { accounts { ${selection} } }
  }
}`;

describe("an answer", () => {
  test.each<[what: string, document: string, variables?: object]>([
    ["all pages of a hundred accounts with a hundred members each", `{ ${accounts(members(fields(18)))} }`],
    [
      "small pages in pages in pages",
      `{ ${accounts(members(members(members("id", "first: 5"), "last: 5")), "last: 5")} }`,
    ],
    [
      "a hundred nodes",
      `{ nodes(ids: [${Array.from({ length: 100 }, () => '"a"')}]) { ... on EnterpriseAccount { ${members("id")} } } }`,
    ],
    ["fields 100 deep", `{ ${accounts(`${"master { ".repeat(100)}id${" }".repeat(100)}`, "first: 1")} }`],
    ["fragments with pages in them", `{ ${accounts("...OfMembers", "first: 5")} } ${OF_MEMBERS} ${OF_EACH}`],
    ["199 fields of each of 1,000 new members", registration(fields(198)), { members: newMembers(1_000) }],
  ])("may hold %s", async (_what, document, variables = {}) => {
    expect(await service.client.errors(document, { ...variables })).toEqual([]);
  });

  test.each<[what: string, document: string, variables?: object]>([
    ["more than 200,000 fields", `{ ${accounts(members(fields(19)))} }`],
    ["pages in pages in pages", `{ ${accounts(members(members("id")))} }`],
    ["pages of edges in pages", `{ ${accounts(members("members(first: 100) { edges { node { id } } }"))} }`],
    ["pages from the end", `{ ${accounts(members(members("id", "last: 100"), "last: 100"), "last: 100")} }`],
    [
      "pages of the usual size in each other",
      `{ ${accounts(members(members(members("id", "after: null"), "after: null"), "after: null"), "after: null")} }`,
    ],
    [
      "members of masters of members",
      `{ ${accounts(members(`master { ${members(`master { ${members("id")} }`)} }`))} }`,
    ],
    ["as much in fragments", `{ ${accounts("...OfMembers")} } ${OF_MEMBERS} ${OF_EACH}`],
    [
      "as much under several names",
      `{ ${Array.from({ length: 12 }, (_, index) => `a${index}: ${accounts(members("id"))}`).join(" ")} }`,
    ],
    [
      "as much under a hundred nodes",
      `{ nodes(ids: [${Array.from({ length: 100 }, () => '"a"')}]) { ... on EnterpriseAccount { ${members(members("id"))} } } }`,
    ],
    [
      "as much by a variable",
      `query ($size: Int!) { ${accounts(members(members("id", "first: $size")))} }`,
      { size: 100 },
    ],
    [
      "as much by a variable's default",
      `query ($size: Int = 100) { ${accounts(members(members("id", "first: $size")))} }`,
    ],
    [
      "as much beside pages of a negative size",
      `{ a: ${accounts(members("id"), "first: -2147483648")} b: ${accounts(members(members("id")))} }`,
    ],
    ["200 fields of each of 1,000 new members", registration(fields(199)), { members: newMembers(1_000) }],
    ["pages of pages of each of 20 new members", registration(members(members("id"))), { members: newMembers(20) }],
    ["fields more than 200 deep", `{ ${accounts(`${"master { ".repeat(200)}id${" }".repeat(200)}`, "first: 1")} }`],
  ])("is refused with %s", async (_what, document, variables = {}) => {
    const answer = await service.client.answer(document, { ...variables });

    expect(answer).toEqual({
      status: 400,
      errors: [
        {
          message:
            "An answer has at most 200,000 fields, nested at most 200 deep; ask for smaller pages, or for less at once.",
          extensions: { code: "QUERY_TOO_LARGE" },
        },
      ],
    });
  });
});
