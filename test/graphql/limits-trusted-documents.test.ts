import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { faultIn } from "../../src/graphql/limits/check-documents.js";
import { schemaOf } from "../../src/graphql/schema.js";
import { DEFAULT_QUERY_LIMITS } from "../../src/infrastructure/request-settings.js";
import { startTestService, type TestService } from "../support/graphql-service.js";

const VERSION = "query Version { syncPolicy { version } }";
const ACCOUNT = "query Account($id: ID!) { enterpriseAccount(id: $id) { id } }";
const RENAME = `mutation Rename($input: RenameEnterpriseAccountInput!) {
  renameEnterpriseAccount(input: $input) { __typename }
}`;
const OTHER = "{ syncPolicy { version rows { row } } }";

const sha = (text: string, algorithm = "sha256") => createHash(algorithm).update(text).digest("hex");

const documents = new Map([
  [sha(VERSION), VERSION],
  [sha(ACCOUNT, "sha1"), ACCOUNT],
  [`sha256:${sha(RENAME)}`, RENAME],
]);

const UNKNOWN = { message: "PersistedQueryNotFound", extensions: { code: "PERSISTED_QUERY_NOT_FOUND" } };
const UNTRUSTED = {
  message: expect.stringMatching(/^Only the documents/),
  extensions: { code: "DOCUMENT_NOT_TRUSTED" },
};
const ANSWERED = { data: { syncPolicy: { version: expect.any(String) } } };

let accept: TestService;
let require: TestService;
let off: TestService;

beforeAll(async () => {
  off = await startTestService();
  accept = await startTestService({ trustedDocuments: { mode: "accept", documents } });
  require = await startTestService({ trustedDocuments: { mode: "require", documents } });
});

afterAll(() => Promise.all([off, accept, require].map((service) => service.close())));

async function send({ url }: TestService, body: object, accepted = "application/graphql-response+json") {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", accept: accepted },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: await response.json() };
}

async function get({ url }: TestService, search: Record<string, string>) {
  const response = await fetch(`${url}?${new URLSearchParams(search)}`, {
    headers: { accept: "application/graphql-response+json", "apollo-require-preflight": "1" },
  });
  return { status: response.status, body: await response.json() };
}

const persisted = (sha256Hash: string) => ({ extensions: { persistedQuery: { version: 1, sha256Hash } } });

describe.each<[mode: string, service: () => TestService]>([
  ["accept", () => accept],
  ["require", () => require],
])("where trusted documents are %sed, a document", (mode, service) => {
  test.each<[what: string, body: object]>([
    ["its documentId", { documentId: sha(VERSION) }],
    ["its documentId, as GraphQL over HTTP writes it", { documentId: `sha256:${sha(VERSION)}` }],
    ["its hash, as Apollo Client and urql send it", persisted(sha(VERSION))],
    ["its documentId beside an empty document", { documentId: sha(VERSION), query: "" }],
    ["its own text", { query: VERSION }],
    ["its own text and its hash", { query: VERSION, ...persisted(sha(VERSION)) }],
    ["the name of its operation too", { documentId: sha(VERSION), operationName: "Version" }],
  ])("is answered by %s", async (_what, body) => {
    expect(await send(service(), body)).toEqual({ status: 200, body: ANSWERED });
  });

  test.each([
    ["another algorithm", { documentId: sha(ACCOUNT, "sha1"), variables: { id: "a" } }, { enterpriseAccount: null }],
    [
      "a hash with its algorithm in the manifest",
      { documentId: sha(RENAME), variables: { input: { accountId: "a", enterpriseName: "Acme Ltd" } } },
      { renameEnterpriseAccount: { __typename: "AccountNotFound" } },
    ],
  ])("is answered by %s", async (_what, body, data) => {
    expect(await send(service(), body)).toEqual({ status: 200, body: { data } });
  });

  test("is answered by GET, but for a mutation", async () => {
    expect(await get(service(), { documentId: sha(VERSION) })).toEqual({ status: 200, body: ANSWERED });
    expect(await get(service(), { extensions: JSON.stringify(persisted(sha(VERSION)).extensions) })).toMatchObject({
      status: 200,
    });
    expect(await get(service(), { documentId: sha(RENAME) })).toMatchObject({ status: 405 });
  });

  test.each<[what: string, body: object]>([
    ["documentId", { documentId: sha(OTHER) }],
    ["hash", persisted(sha(OTHER))],
    [
      "hash, with variables and the name of an operation",
      { ...persisted("x"), operationName: "X", variables: { a: 1 } },
    ],
    ["hash that every object has", { documentId: "__proto__" }],
  ])("is not found by another %s", async (_what, body) => {
    expect(await send(service(), body)).toEqual({ status: 400, body: { errors: [UNKNOWN] } });
    expect(await send(service(), body, "application/json")).toEqual({ status: 200, body: { errors: [UNKNOWN] } });
  });

  test.each<[what: string, body: object]>([
    ["a documentId that is no text", { documentId: 1 }],
    ["nothing at all", { variables: {} }],
  ])("is not found by %s", async (_what, body) => {
    expect(await send(service(), body)).toMatchObject({
      status: 400,
      body: { errors: [{ extensions: { code: "BAD_REQUEST" } }] },
    });
  });

  test.each([
    ["another one", OTHER],
    ["introspection", "{ __schema { types { name } } }"],
    ["one that differs by a space", `${VERSION} `],
  ])(`is ${mode === "accept" ? "answered" : "refused"} where it is %s`, async (_what, query) => {
    const { status, body } = await send(service(), { query, ...persisted(sha(query)) });

    if (mode === "accept") expect({ status, body }).toEqual({ status: 200, body: { data: expect.anything() } });
    else expect({ status, body }).toEqual({ status: 400, body: { errors: [UNTRUSTED] } });
  });
});

describe("where trusted documents are required", () => {
  test("nothing is told of a document that is not, not even what is wrong with it", async () => {
    const answers = await Promise.all(
      ["{ syncPolicies { version } }", "{", `{ ${"__typename ".repeat(6_000)} }`].map((query) =>
        send(require, { query }),
      ),
    );

    for (const answer of answers) expect(answer).toEqual({ status: 400, body: { errors: [UNTRUSTED] } });
  });

  test("the limits hold for them too", async () => {
    const query =
      "query Deep($n: Int!) { enterpriseAccounts(first: $n) { nodes { members(first: $n) { nodes { id } } } } }";
    const strict = await startTestService({
      trustedDocuments: { mode: "require", documents: new Map([["deep", query]]) },
      queryLimits: { ...DEFAULT_QUERY_LIMITS, cost: 1_000 },
    });

    const answers = await Promise.all([1, 100].map((n) => send(strict, { documentId: "deep", variables: { n } })));

    expect(answers.map(({ status }) => status)).toEqual([200, 400]);
    await strict.close();
  });
});

describe("where there are none", () => {
  test.each<[what: string, body: object, status: number, code: string]>([
    ["a documentId", { documentId: sha(VERSION) }, 400, "BAD_REQUEST"],
    ["a hash", persisted(sha(VERSION)), 200, "PERSISTED_QUERY_NOT_SUPPORTED"],
  ])("%s means nothing", async (_what, body, status, code) => {
    expect(await send(off, body)).toMatchObject({ status, body: { errors: [{ extensions: { code } }] } });
  });
});

describe("a document that is to be trusted", () => {
  test.each<[what: string, text: string, problem: string | null]>([
    ["that can be answered", VERSION, null],
    ["that is none", "{", "Syntax Error: Expected Name, found <EOF>."],
    ["that does not fit the schema", "{ nothing }", 'Cannot query field "nothing" on type "Query".'],
    ["of another kind of operation", "subscription { nothing }", "The schema has no subscriptions."],
    [
      "that is too large",
      `{ ${Array.from({ length: 21 }, (_, index) => `a${index}: __typename`)} }`,
      "An operation has at most 20 root fields; ask in several requests.",
    ],
  ])("is looked at: one %s", (_what, text, problem) => {
    const fault = faultIn(
      new Map([
        ["good", VERSION],
        ["hash", text],
      ]),
      schemaOf(),
      DEFAULT_QUERY_LIMITS,
    );

    expect(fault).toEqual(problem && { hash: "hash", problem });
  });
});
