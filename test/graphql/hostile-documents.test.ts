import { afterAll, beforeAll, describe, expect, jest, test } from "@jest/globals";
import fc from "fast-check";
import { schemaOf } from "../../src/graphql/schema.js";
import { LONG_TEXTS } from "../domain/long-texts.js";
import { DOCUMENTS } from "../support/graphql-documents.js";
import { KeptLog } from "../support/graphql-log.js";
import { startTestService, type TestService } from "../support/graphql-service.js";
import { madeUpDocument } from "../support/made-up-document.js";

/** How many documents are made up, a sixth of them of each kind: more with HOSTILE_DOCUMENTS=10000. */
const numRuns = Math.ceil(Number(process.env.HOSTILE_DOCUMENTS ?? 1_000) / 6);

/** What an answer must not say: how something is stored, where it lies, and where it went wrong. */
const LEAKS =
  /\b(select|insert into|update) .*\b(from|values|set)\b|node_modules|\.ts\b|stacktrace|typeorm|postgres|\bat \S+ \(/i;

/** No document has the whole service wait for it. Of the processor's time, which counts nothing that others take of it. */
const MAX_PROCESSOR_MS = 2_000;

/** As much as the largest answer that may be asked for. */
const MAX_ANSWER_BYTES = 16 * 1024 * 1024;

/** graphql-js stops to look for mistakes after 100, and says so. */
const MAX_ERRORS = 101;

jest.setTimeout(30_000 + 100 * numRuns);

const log = new KeptLog();

let service: TestService;

beforeAll(async () => {
  service = await startTestService({ log });
  const { given } = service;
  const master = await given.master("Acme Ltd");
  for (let count = 1; count <= 100; count += 1) await given.member(master, "Acme Ltd");
});

afterAll(() => service.close());

/** What is asked gets an answer or an error of the client's own, soon, and no word of what is behind it. */
async function expectHarmless(query: unknown, variables: unknown = {}): Promise<void> {
  await expectHarmlessBody(JSON.stringify({ query, variables }));
}

async function expectHarmlessBody(sent: string): Promise<void> {
  const before = process.cpuUsage();
  const response = await fetch(service.url, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/graphql-response+json" },
    body: sent,
  });
  const body = await response.text();

  const answer = JSON.parse(body) as { errors?: { message: string; extensions: { code: string } }[] };
  const words = (answer.errors ?? []).map(({ message, extensions }) => `${message} ${JSON.stringify(extensions)}`);
  expect(response.status).toBeLessThan(500);
  expect(body.length).toBeLessThan(MAX_ANSWER_BYTES);
  expect(words.length).toBeLessThanOrEqual(MAX_ERRORS);
  expect(words.filter((text) => text.includes("INTERNAL_SERVER_ERROR") || LEAKS.test(text))).toEqual([]);
  expect(log.about('"level":50')).toEqual([]);
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1_000).toBeLessThan(MAX_PROCESSOR_MS);
}

const times = (count: number, part: (index: number) => string, between = " ") =>
  Array.from({ length: count }, (_, index) => part(index)).join(between);

const nested = (levels: number, open: string, inside: string, close: string) =>
  open.repeat(levels) + inside + close.repeat(levels);

/** A field beside itself, with the same in it. */
const inPairs = (levels: number) =>
  Array.from({ length: levels }).reduce<string>((inside) => `{ master ${inside} master ${inside} }`, "{ id }");

describe("a hostile document does no harm:", () => {
  const members = "{ enterpriseAccounts(first: 100) { nodes { ";

  test.each<[what: string, document: string]>([
    ["fields 10,000 deep", nested(10_000, "{a", "", "}")],
    ["fields as deep as its size allows", nested(1_600, "{ a ", "{ b }", " }")],
    [
      "known fields as deep as its size allows",
      `{ enterpriseAccounts { nodes ${nested(1_600, "{ master ", "{ id }", " }")} } }`,
    ],
    ["inline fragments as deep as its size allows", nested(1_600, "{ ... ", "{ __typename }", " }")],
    ["a list 10,000 deep", `{ nodes(ids: ${nested(10_000, "[", "", "]")}) { id } }`],
    ["a list as deep as its size allows", `{ nodes(ids: ${nested(2_400, "[", '"a"', "]")}) { id } }`],
    [
      "an object as deep as its size allows",
      `{ evaluateSyncPolicy(input: ${nested(1_200, "{ a: ", "1", "}")}) { reason } }`,
    ],
    ["a type as deep as its size allows", `query ($a: ${nested(2_400, "[", "Int", "]")}) { __typename }`],
    ["10,000 aliases", `{ ${times(10_000, (index) => `a${index}: __typename`)} }`],
    ["as many aliases as its size allows", `{ ${times(1_600, (index) => `a${index}: __typename`)} }`],
    ["400 queries", `{ ${times(400, (index) => `a${index}: node(id: "a") { id }`)} }`],
    ["400 lists", `{ ${times(400, (index) => `a${index}: enterpriseAccounts(first: 100) { nodes { id } }`)} }`],
    ["one field as often as its size allows", `{ ${times(4_900, () => "__typename")} }`],
    ["one field with fields as often as its size allows", `{ ${times(1_200, () => "__schema { description }")} }`],
    ["one field that conflicts with itself", `{ ${times(800, (index) => `a: node(id: "${index}") { id }`)} }`],
    [
      "members of masters of members",
      `${members + nested(3, "members(first: 100) { nodes { master { ", "id", " } } }")} } } }`,
    ],
    [
      "members of members, by default many",
      `${members + nested(5, "members { nodes { master { ", "id", " } } }")} } } }`,
    ],
    [
      "members of members, by a variable",
      `query ($n: Int = 100) ${members} ${nested(3, "members(first: $n) { nodes { master { ", "id", " } } }")} } } }`,
    ],
    [
      "members of members, by a fragment",
      `${members} ...A } } } fragment A on EnterpriseAccount { members(first: 100) { nodes { master { ...B } } } } fragment B on EnterpriseAccount { members(first: 100) { nodes { id } } }`,
    ],
    [
      "pages whose sizes add up to nothing",
      `{ a: enterpriseAccounts(first: -2147483648) { nodes { id } } b: enterpriseAccounts(first: 100) { nodes { members(first: 100) { nodes { members(first: 100) { nodes { master { members(first: 100) { nodes { id } } } } } } } } } }`,
    ],
    ["a fragment in itself", "{ ...A } fragment A on Query { ...A }"],
    [
      "fragments in a circle",
      "{ ...A } fragment A on Query { ...B } fragment B on Query { ...C } fragment C on Query { ...A }",
    ],
    [
      "fragments that double 300 times",
      `{ ...F0 } ${times(300, (index) => `fragment F${index} on Query { ...F${index + 1} ...F${index + 1} }`)} fragment F300 on Query { __typename }`,
    ],
    [
      "fragments that conflict in pairs",
      `{ ${times(300, (index) => `...F${index}`)} } ${times(300, (index) => `fragment F${index} on Query { a: node(id: "${index}") { id } }`)}`,
    ],
    ["a directive 1,000 times", `{ __typename ${times(1_000, () => "@include(if: true)")} }`],
    ["unknown directives", `{ __typename ${times(1_000, (index) => `@a${index}`)} }`],
    ["unknown fields", `{ ${times(4_900, (index) => `f${index}`)} }`],
    [
      "unknown fields like one that is known",
      `{ ${times(90, (index) => `previewAuthenticatio${"x".repeat(5_000)}${index}`)} }`,
    ],
    ["introspection that goes round", `{ __schema { types ${nested(6, "{ fields { type ", "{ name }", " } }")} } }`],
    [
      "introspection 200 times",
      `{ ${times(200, (index) => `a${index}: __schema { types { name fields { name } } }`)} }`,
    ],
    ["fields that conflict in pairs of pairs", `{ enterpriseAccounts { nodes ${inPairs(9)} } }`],
    ["one field that has fields, beside itself", `{ ${times(990, () => "__schema { description }")} }`],
    [
      "fragments that are all beside each other",
      `{ ${times(240, (index) => `...F${index}`)} } ${times(240, (index) => `fragment F${index} on Query { __schema { description } __typename }`)}`,
    ],
    ["800 operations", times(800, (index) => `query A${index} { __typename }`)],
    ["900 variables", `query (${times(900, (index) => `$a${index}: Int`)}) { __typename }`],
    ["a variable 1,600 times", `query ($a: ID!) { ${times(600, (index) => `a${index}: node(id: $a) { id }`)} }`],
    ["500 KB of an operation's name", `query ${"x".repeat(500_000)} { __typename }`],
    ["500 KB of an alias", `{ ${"x".repeat(500_000)}: __typename }`],
    ["500 KB of a directive's name", `{ __typename @${"x".repeat(500_000)} }`],
    ["500 KB of a type's name", `{ ... on ${"X".repeat(500_000)} { id } }`],
    ["an unknown directive again and again", `{ __typename ${times(1_600, () => "@a")} }`],
    [
      "directives where none may be",
      "query @skip(if: true) @deprecated { ...A @include } fragment A on Query @oneOf { __typename }",
    ],
    [
      "an object with one field again and again",
      `{ evaluateSyncPolicy(input: { ${times(1_200, () => "nameBefore: 1")} }) { reason } }`,
    ],
    [
      "an object with what every object has",
      "{ evaluateSyncPolicy(input: { __proto__: {}, constructor: {}, toString: 1 }) { reason } }",
    ],
    ["a subscription", "subscription { enterpriseAccounts { nodes { id } } }"],
    ["definitions of types", "type Query { a: Int } extend type Mutation { b: Int } schema { query: Query }"],
    [
      "variables named like what every object has",
      "query ($toString: Int, $constructor: ID, $__proto__: Int) { enterpriseAccounts(first: $toString, last: $__proto__) { nodes { id } } node(id: $constructor) { id } }",
    ],
    [
      "aliases named like what every object has",
      "{ __proto__: __typename constructor: __typename toString: __typename hasOwnProperty: __typename }",
    ],
    ["fields named like what every object has", "{ __proto__ constructor toString { hasOwnProperty } }"],
    [
      "500 KB of a text",
      `mutation { registerMasterAccount(input: { enterpriseName: "${"京".repeat(160_000)}" }) { __typename } }`,
    ],
    ["500 KB of an id", `{ node(id: "${"x".repeat(500_000)}") { id } }`],
    ["500 KB of a number", `{ enterpriseAccounts(first: ${"1".repeat(500_000)}) { nodes { id } } }`],
    [
      "500 KB of a fraction",
      `{ enterpriseAccounts(first: 1.${"1".repeat(500_000)}e${"1".repeat(100)}) { nodes { id } } }`,
    ],
    ["500 KB of a name", `{ ${"x".repeat(500_000)} }`],
    [
      "500 KB of a variable's name",
      `query ($${"x".repeat(200_000)}: ID!) { node(id: $${"x".repeat(200_000)}) { id } }`,
    ],
    ["500 KB of a comment", `#${"x".repeat(500_000)}\n{ __typename }`],
    ["500 KB of commas", `{${",".repeat(500_000)}__typename}`],
    ["500 KB of a block of text", `{ node(id: """${"\n x".repeat(160_000)}""") { id } }`],
    ["500 KB of escapes", `{ node(id: "${"\\u4eac".repeat(80_000)}") { id } }`],
    ["characters of all kinds", '{ node(id: "\u0000\u202e\ufeff𠮷\ud800\uffff") { id } }'],
    ["names in other scripts", "{ 京 }"],
    ["a byte order mark within", "{ \ufeff __typename \ufeff }"],
    ["half an escape", '{ node(id: "\\u12") { id } }'],
    ["braces the wrong way round", "}{"],
    ["nothing but a brace", "{"],
    ["nothing but spaces", "   \n\t,,, "],
  ])("%s", (_what, document) => expectHarmless(document));

  test.each(LONG_TEXTS)("a long text of %s wherever a text may stand", async (_of, long) => {
    const text = long.slice(0, 160_000);
    const certificate = { country: text, type: "OTHER", number: text };
    const good = { country: "CN", type: "OTHER", number: "1" };
    const commit = { accountId: "a", enterpriseName: "Acme Ltd", certificate: good };

    await expectHarmless(DOCUMENTS.node, { id: text });
    await expectHarmless(DOCUMENTS.enterpriseAccounts, { after: text });
    await expectHarmless(DOCUMENTS.enterpriseAccounts, { filter: { enterpriseName: text, role: text } });
    await expectHarmless(DOCUMENTS.registerMasterAccount, { input: { enterpriseName: text } });
    await expectHarmless(DOCUMENTS.registerMasterAccount, {
      input: { enterpriseName: "Acme Ltd", idempotencyKey: text },
    });
    await expectHarmless(DOCUMENTS.commitAuthentication, { input: { ...commit, certificate } });
    await expectHarmless(DOCUMENTS.commitAuthentication, {
      input: { ...commit, certificate: { ...good, number: text } },
    });
    await expectHarmless(DOCUMENTS.commitAuthentication, { input: { ...commit, previewToken: text } });
  });
});

describe("a document that somebody made up does no harm:", () => {
  const tokens = [
    ..."{}()[]:,!$@=&|".split(""),
    ...[
      "...",
      "query",
      "mutation",
      "subscription",
      "fragment",
      "on",
      "true",
      "null",
      '"a"',
      '"""a"""',
      "1",
      "-1.5e9",
      "#",
      "\n",
    ],
    ...[
      "__typename",
      "__schema",
      "__type",
      "node",
      "nodes",
      "id",
      "ids",
      "enterpriseAccounts",
      "members",
      "first",
      "filter",
    ],
    ...[
      "previewAuthentication",
      "commitAuthentication",
      "input",
      "enterpriseName",
      "certificate",
      "AuthenticationPreview",
    ],
  ];

  test("of the words of the language", async () => {
    const documents = fc.array(fc.constantFrom(...tokens), { maxLength: 60 }).map((words) => words.join(" "));

    await fc.assert(
      fc.asyncProperty(documents, (document) => expectHarmless(document)),
      { numRuns },
    );
  });

  test("of the fields of the schema", async () => {
    const schema = schemaOf();
    const choices = fc.array(fc.nat({ max: 1_000 }), { minLength: 5, maxLength: 400, size: "max" });
    const variables = fc.record(
      { n: fc.constantFrom(3, 100, -1, null, "a"), yes: fc.constantFrom(true, false, null) },
      { requiredKeys: [] },
    );

    await fc.assert(
      fc.asyncProperty(choices, variables, (chosen, given) => expectHarmless(madeUpDocument(schema, chosen), given)),
      { numRuns },
    );
  });

  test("of any characters", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary" }), (document) => expectHarmless(document)),
      { numRuns },
    );
  });

  test("of a good one, by changing it", async () => {
    const changes = fc.record({
      document: fc.constantFrom(...Object.values(DOCUMENTS)),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      removed: fc.nat({ max: 12 }),
      added: fc.oneof(fc.constantFrom(...tokens), fc.string({ maxLength: 3 })),
    });

    await fc.assert(
      fc.asyncProperty(changes, ({ document, at, removed, added }) => {
        const index = Math.floor(at * document.length);
        return expectHarmless(document.slice(0, index) + added + document.slice(index + removed));
      }),
      { numRuns },
    );
  });

  test("with variables of all kinds", async () => {
    const texts = fc.string({ unit: "binary" });
    const value = fc.oneof(fc.jsonValue(), texts, fc.constantFrom("CN", "OTHER", "MASTER", "AUTHENTICATED", true));
    const names = [
      "accountId",
      "masterId",
      "enterpriseName",
      "certificate",
      "country",
      "type",
      "number",
      "previewToken",
      "idempotencyKey",
    ];
    const fields = fc.dictionary(fc.oneof(fc.constantFrom(...names), texts), value, { maxKeys: 6 });
    const input = fc.oneof(
      value,
      fields,
      fc.record({ accountId: texts, enterpriseName: texts, certificate: fc.oneof(value, fields) }),
    );
    const page = { first: value, after: value, last: value, before: value, filter: fc.oneof(value, fields) };
    const variables = fc.record({ id: value, ids: fc.array(value), input, ...page }, { requiredKeys: [] });
    const documents = fc.constantFrom(...Object.values(DOCUMENTS));

    await fc.assert(
      fc.asyncProperty(documents, fc.oneof(variables, fc.jsonValue()), (document, given) =>
        expectHarmless(document, given),
      ),
      { numRuns },
    );
  });

  test("with variables that are deep, long, or named like what every object has", async () => {
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof({ maxDepth: 30, depthSize: "max" }, tie("leaf"), tie("list"), tie("object")),
      leaf: fc.constantFrom<unknown>("a", 1, -1.5e300, null, true, "京".repeat(10_000)),
      list: fc.array(tie("value"), { maxLength: 3 }),
      object: fc.array(fc.tuple(fc.constantFrom(...KEYS), tie("value")), { maxLength: 3 }),
    }));
    const names = fc.constantFrom(...NAMES, ...KEYS);
    const variables = fc.array(fc.tuple(names, value), { maxLength: 5 });
    const documents = fc.constantFrom(...Object.values(DOCUMENTS));

    await fc.assert(
      fc.asyncProperty(documents, variables, (document, given) =>
        expectHarmlessBody(`{"query":${JSON.stringify(document)},"variables":${written(given)}}`),
      ),
      { numRuns },
    );
  });
});

/** What JavaScript gives a meaning to, and a name that fills a page. */
const KEYS = ["__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "members", "x".repeat(10_000)];

const NAMES = ["id", "ids", "input", "filter", "first"];

/** JSON of what `JSON.stringify` would not write: pairs as an object, also of a prototype. */
function written(value: unknown): string {
  if (!Array.isArray(value)) return JSON.stringify(value);
  const isObject =
    value.length > 0 && value.every((item) => Array.isArray(item) && KEYS.concat(NAMES).includes(item[0]));
  if (!isObject) return `[${value.map(written)}]`;
  return `{${value.map(([key, item]) => `${JSON.stringify(key)}:${written(item)}`)}}`;
}
