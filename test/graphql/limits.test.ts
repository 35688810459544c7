import { readdir, readFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { getIntrospectionQuery, isObjectType, Kind, type OperationDefinitionNode, parse, print } from "graphql";
import { checkSize } from "../../src/graphql/limits/check-size.js";
import { CostEstimate } from "../../src/graphql/limits/cost-estimate.js";
import { FIELD_WEIGHTS, isPaged, weightOf } from "../../src/graphql/limits/field-weights.js";
import { schemaOf } from "../../src/graphql/schema.js";
import { DEFAULT_QUERY_LIMITS } from "../../src/infrastructure/request-settings.js";
import { DOCUMENTS } from "../support/graphql-documents.js";
import { startTestService, type TestService } from "../support/graphql-service.js";

let service: TestService;

beforeAll(async () => {
  service = await startTestService();
  await service.given.members(await service.given.master("Acme Ltd"), "Acme Ltd");
});

afterAll(() => service.close());

const times = (count: number, part: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => part(index)).join(" ");

/** `count` values of an account, none of them named more often than may be. */
const values = (count: number) =>
  times(count, (index) => `a${index}: ${["id", "role", "reference", "enterpriseName", "createdAt"][index % 5]}`);

const accounts = (selection: string, page = "first: 100") => `enterpriseAccounts(${page}) { nodes { ${selection} } }`;
const members = (selection: string, page = "first: 100") => `members(${page}) { nodes { ${selection} } }`;
const nested = (levels: number) => `${"master { ".repeat(levels)}id${" }".repeat(levels)}`;
const ids = (count: number) => `[${Array.from({ length: count }, () => '"a"')}]`;

const OF_MEMBERS = `fragment OfMembers on EnterpriseAccount { ${members("...OfEach")} }`;
const OF_EACH = `fragment OfEach on EnterpriseAccount { ${members("id")} }`;

const newMembers = (count: number) => Array.from({ length: count }, () => ({ enterpriseName: "Acme Ltd" }));
const registration = (selection: string) => `mutation ($members: [NewMemberInput!]!) {
  registerMemberAccounts(input: { masterId: "nothing", members: $members }) {
    ... on MemberAccountsRegistered { accounts { ${selection} } }
  }
}`;

const tooLarge = (measure: string, limit: number, value: unknown = expect.any(Number)) => ({
  status: 400,
  errors: [
    {
      message: expect.stringContaining(` at most ${limit.toLocaleString("en")}`),
      extensions: { code: "QUERY_TOO_LARGE", measure, value, limit },
    },
  ],
});

describe("what an answer costs", () => {
  const costOf = async (query: string) => {
    const response = await fetch(service.url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query, extensions: { cost: true } }),
    });
    return response.json();
  };

  test.each<[what: string, document: string, estimated: number]>([
    ["1 for a value", "{ syncPolicy { version } }", 2],
    ["10 for what is read by its id", '{ node(id: "a") { id } }', 11],
    ["10 for each of several ids", `{ nodes(ids: ${ids(7)}) { id } }`, 77],
    ["50 for a page, and its fields as often as it has elements", `{ ${accounts("id role", "first: 5")} }`, 65],
    ["a page of 20 where no size is given", "{ enterpriseAccounts { nodes { id } } }", 90],
    ["pages in pages, multiplied", `{ ${accounts(members("id", "last: 3"), "first: 2")} }`, 50 + 2 * (1 + 50 + 3 * 2)],
    [
      "what the documents count",
      "{ enterpriseAccounts(first: 100) { nodes { id members(first: 5) { nodes { id } } } } }",
      6_250,
    ],
    [
      "100 for a count",
      '{ previewAuthentication(input: { accountId: "a", enterpriseName: "Acme Ltd" }) { ... on AuthenticationPreview { memberCount } } }',
      110,
    ],
  ])("is %s, and told to who asks for it", async (_what, document, estimated) => {
    const answer = await costOf(document);

    expect(answer).toEqual({ data: expect.anything(), extensions: { cost: { estimated, limit: 200_000 } } });
  });

  test("is told with a refusal too", async () => {
    const answer = await costOf(`{ ${accounts(members(members("id")))} }`);

    expect(answer).toMatchObject({
      errors: [{ extensions: { code: "QUERY_TOO_LARGE", value: 50 + 100 * (1 + 50 + 100 * (1 + 50 + 100 * 2)) } }],
      extensions: { cost: { limit: 200_000 } },
    });
  });

  test("is told to nobody who does not ask for it", async () => {
    const answer = await service.client.answer("{ syncPolicy { version } }");

    expect(answer).toEqual({ status: 200, data: { syncPolicy: { version: expect.any(String) } } });
  });

  describe("weighs each field of the schema by what is behind it:", () => {
    const schema = schemaOf();
    const fields = Object.values(schema.getTypeMap())
      .filter((type) => isObjectType(type))
      .flatMap((type) => Object.values(type.getFields()).map((field) => ({ type, field })));
    const weights = (wanted: (one: (typeof fields)[number]) => boolean) =>
      new Set(fields.filter(wanted).map(({ type, field }) => weightOf(type, field)));

    test("counts, pages and changes each have one weight", () => {
      expect(weights(({ field }) => /counted when asked for/i.test(field.description ?? ""))).toEqual(new Set([100]));
      expect(weights(({ field }) => isPaged(field))).toEqual(new Set([50]));
      expect(weights(({ type }) => type === schema.getMutationType())).toEqual(new Set([10]));
    });

    test("no weight is for a field that is no more", () => {
      const names = fields.map(({ type, field }) => `${type.name}.${field.name}`);

      expect([...FIELD_WEIGHTS.keys()].filter((name) => !names.includes(name))).toEqual([]);
    });
  });
});

describe("an answer", () => {
  test.each<[what: string, document: string, variables?: object]>([
    ["all pages of a hundred accounts with a hundred members each", `{ ${accounts(members(values(18)))} }`],
    [
      "small pages in pages in pages",
      `{ ${accounts(members(members(members("id", "first: 5"), "last: 5")), "last: 1")} }`,
    ],
    ["a hundred nodes", `{ nodes(ids: ${ids(100)}) { ... on EnterpriseAccount { ${members("id")} } } }`],
    ["fragments with pages in them", `{ ${accounts("...OfMembers", "first: 5")} } ${OF_MEMBERS} ${OF_EACH}`],
    ["100 fields of each of 1,000 new members", registration(values(100)), { members: newMembers(1_000) }],
  ])("may hold %s", async (_what, document, variables = {}) => {
    expect(await service.client.errors(document, { ...variables })).toEqual([]);
  });

  test.each<[what: string, document: string, variables?: object]>([
    ["more than may be", `{ ${accounts(members(values(19)))} }`],
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
    ["as much under several names", `{ ${times(12, (index) => `a${index}: ${accounts(members("id"))}`)} }`],
    [
      "as much under a hundred nodes",
      `{ nodes(ids: ${ids(100)}) { ... on EnterpriseAccount { ${members(members("id"))} } } }`,
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
    ["pages of each of 1,000 new members", registration(members(members("id"))), { members: newMembers(1_000) }],
    [
      "counts of the synchronizations of a whole page's histories",
      `{ ${accounts("authenticationHistory(first: 20) { nodes { synchronization { synchronizedCount } } }")} }`,
    ],
    ["the schema, several times", `{ ${times(6, (index) => `a${index}: __schema { ...Whole }`)} } ${WHOLE()}`],
  ])("is refused with %s", async (_what, document, variables = {}) => {
    const answer = await service.client.answer(document, { ...variables });

    expect(answer).toEqual(tooLarge("cost", 200_000));
  });
});

/** What the usual introspection asks of a schema. */
function WHOLE(): string {
  const [, selection, fragments] =
    /\{\s*__schema \{(.*)\}\s*\}\s*(fragment FullType.*)$/s.exec(getIntrospectionQuery()) ?? [];
  return `fragment Whole on __Schema { ${selection} } ${fragments}`;
}

describe("a document", () => {
  test.each<[what: string, measure: string, limit: number, documentOf: (size: number) => string]>([
    ["fields in fields", "depth", 20, (size) => `{ ${accounts(nested(size - 3), "first: 1")} }`],
    [
      "fields in fragments in fields",
      "depth",
      20,
      (size) =>
        `{ ${accounts("...Deep", "first: 1")} } fragment Deep on EnterpriseAccount { ... { ${nested(size - 3)} } }`,
    ],
    ["root fields", "rootFields", 20, (size) => `{ ${rootFields(size)} }`],
    [
      "root fields in fragments",
      "rootFields",
      20,
      (size) => `{ ...Roots ... { __typename } } fragment Roots on Query { ${rootFields(size - 1)} }`,
    ],
    [
      "root fields of one of its operations",
      "rootFields",
      20,
      (size) => `query A { __typename } query B { ${rootFields(size)} }`,
    ],
    ["aliases", "aliases", 100, (size) => `{ ${accounts(values(size), "first: 1")} }`],
    [
      "a field again and again",
      "repeats",
      20,
      (size) =>
        `{ ${accounts(
          times(size, () => "id"),
          "first: 1",
        )} }`,
    ],
    [
      "a field under other names",
      "repeats",
      20,
      (size) =>
        `{ ${accounts(
          times(size, (index) => `a${index}: id`),
          "first: 1",
        )} }`,
    ],
    [
      "a fragment again and again",
      "repeats",
      20,
      (size) =>
        `{ ${accounts(
          times(size, () => "...Id"),
          "first: 1",
        )} } fragment Id on EnterpriseAccount { id }`,
    ],
    [
      "directives",
      "directives",
      50,
      (size) =>
        `{ ${accounts(times(5, () => `... @skip(if: false) { id } `) + nestedDirectives(size - 5), "first: 1")} }`,
    ],
  ])("may have as many as may be of %s, and is refused with one more", async (_what, measure, limit, documentOf) => {
    const [largest, tooLargeByOne] = await Promise.all([limit, limit + 1].map((size) => answerTo(documentOf(size))));

    expect(largest).toEqual({ status: 200, data: expect.anything() });
    expect(tooLargeByOne).toEqual(tooLarge(measure, limit, limit + 1));
  });

  test("may have 5,000 tokens, and is refused with one more before it is read to its end", async () => {
    const [largest, tooLargeByOne] = await Promise.all(
      [4_988, 4_989].map((count) => service.client.errors(`{ nodes(ids: ${ids(count)}) { id } }`)),
    );

    expect(largest).toMatchObject([{ extensions: { code: "BAD_USER_INPUT", reason: "TOO_MANY_IDS" } }]);
    expect(tooLargeByOne).toEqual([
      {
        message: "A document has at most 5,000 tokens; give what is long in variables.",
        locations: expect.anything(),
        extensions: { code: "QUERY_TOO_LARGE", measure: "tokens", limit: 5_000 },
      },
    ]);
  });

  test("is refused with fragments that double", async () => {
    const doubling = times(300, (index) => `fragment F${index} on Query { ...F${index + 1} ...F${index + 1} }`);

    const answer = await service.client.answer(`{ ...F0 } ${doubling} fragment F300 on Query { __typename }`);

    expect(answer).toEqual(tooLarge("rootFields", 20, Number.MAX_SAFE_INTEGER));
  });

  test("is refused with fragments in a circle", async () => {
    const answer = await service.client.answer("{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }");

    expect(answer).toMatchObject({ status: 400, errors: [{ extensions: { code: "GRAPHQL_VALIDATION_FAILED" } }] });
  });

  async function answerTo(query: string) {
    const operationName = query.includes("query B") ? "B" : undefined;
    const response = await fetch(service.url, {
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/graphql-response+json" },
      body: JSON.stringify({ query, operationName }),
    });
    return { status: response.status, ...((await response.json()) as object) };
  }
});

const rootFields = (count: number) =>
  times(count, (index) => (index % 2 === 0 ? `a${index}: __typename` : `a${index}: syncPolicy { version }`));

/** Two on each of as many fields. */
function nestedDirectives(count: number): string {
  const names = ["id", "role", "reference", "enterpriseName", "createdAt"];
  return times(Math.ceil(count / 2), (index) => {
    const second = 2 * index + 1 < count ? " @skip(if: false)" : "";
    return `a${index}: ${names[index % names.length]} @include(if: true)${second}`;
  });
}

describe("as it comes, the service answers", () => {
  test("the introspection of every tool", async () => {
    const everything = { inputValueDeprecation: true, oneOf: true, schemaDescription: true } as const;
    const document = getIntrospectionQuery({ ...everything, specifiedByUrl: true, directiveIsRepeatable: true });

    const { status, errors } = await service.client.answer(document);

    expect({ status, errors }).toEqual({ status: 200 });
  });

  test.each<[where: string, documents: () => Promise<readonly string[]>]>([
    ["the examples", () => filesIn("examples")],
    ["the clients and the pages", () => documentsIn("examples/clients", "web/src/preview")],
    ["the API reference", async () => (await filesIn("docs/api/examples")).filter((text) => !text.includes(TOO_LARGE))],
    ["these tests, with every field there is", async () => Object.values(DOCUMENTS)],
  ])("every document of %s, with its pages full", async (_where, documents) => {
    const texts = await documents();

    const refused = texts.filter((text) => !fits(text));

    expect(refused).toEqual([]);
    expect(texts.length).toBeGreaterThan(5);
  });
});

/** The one example that is to be refused. */
const TOO_LARGE = "query MembersOfMembers";

/** Whether a document would be answered with the largest variables that it can be sent with. */
function fits(text: string): boolean {
  const document = parse(text);
  const operations = document.definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
  checkSize(document, DEFAULT_QUERY_LIMITS);
  return operations.every(
    (operation) =>
      new CostEstimate(schemaOf(), document, largestVariables(operation)).of(operation) <= DEFAULT_QUERY_LIMITS.cost,
  );
}

function largestVariables({ variableDefinitions = [] }: OperationDefinitionNode): Record<string, unknown> {
  const largest: Record<string, unknown> = {
    Int: 100,
    "Int!": 100,
    "[ID!]!": Array.from({ length: 100 }, () => "a"),
    "RegisterMemberAccountsInput!": { members: newMembers(1_000) },
  };
  return Object.fromEntries(
    variableDefinitions.map(({ variable, type }) => [variable.name.value, largest[print(type)] ?? {}]),
  );
}

async function filesIn(folder: string): Promise<string[]> {
  const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith(".graphql"));
  return Promise.all(files.map((file) => readFile(`${folder}/${file}`, "utf8")));
}

/** The operations that stand in programs, each with all fragments. */
async function documentsIn(...folders: string[]): Promise<string[]> {
  const files = (await Promise.all(folders.map((folder) => readdir(folder, { recursive: true, withFileTypes: true }))))
    .flat()
    .filter(({ name, parentPath }) => /\.tsx?$/.test(name) && !/node_modules|generated/.test(parentPath));
  const sources = await Promise.all(files.map(({ name, parentPath }) => readFile(`${parentPath}/${name}`, "utf8")));
  const texts = sources.flatMap((source) =>
    [...source.matchAll(/\bgraphql\(?\s*`([^`]*)`/g)].map(([, text]) => `${text}`),
  );
  const definitions = texts.flatMap((text) => parse(text).definitions);
  const fragments = definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION).map(print);
  return definitions
    .filter(({ kind }) => kind === Kind.OPERATION_DEFINITION)
    .map((operation) => [print(operation), ...fragments].join("\n"));
}

describe("the limits can be set", () => {
  let strict: TestService;

  beforeAll(async () => {
    strict = await startTestService({ queryLimits: { ...DEFAULT_QUERY_LIMITS, tokens: 20, depth: 2, cost: 60 } });
  });

  afterAll(() => strict.close());

  test.each<[measure: string, limit: number, document: string]>([
    ["tokens", 20, `{ ${times(19, () => "__typename")} }`],
    ["depth", 2, "{ enterpriseAccounts(first: 1) { nodes { id } } }"],
    ["cost", 60, "{ enterpriseAccounts(first: 11) { __typename } }"],
  ])("%s", async (measure, limit, document) => {
    const [error] = await strict.client.errors(document);

    expect(error?.extensions).toMatchObject({ code: "QUERY_TOO_LARGE", measure, limit });
  });

  test.each<[what: string, document: string]>([
    ["fields", `{ node(id: "a") { ... on EnterpriseAccount { ${nested(1_600)} } } }`],
    ["fields in many fragments", `{ ...F0 } ${deepFragments(20, 150)} fragment F20 on EnterpriseAccount { id }`],
    ["inline fragments", `{ ${"... { ".repeat(1_600)}__typename${" }".repeat(1_600)} }`],
  ])("to as many tokens as may be, and what is deepest is told from what is a fault: %s", async (_what, document) => {
    const queryLimits = { ...DEFAULT_QUERY_LIMITS, tokens: 10_000, depth: 200 };
    const generous = await startTestService({ queryLimits });

    const answer = await generous.client.answer(document);

    expect(answer).toMatchObject({
      status: 400,
      errors: [{ extensions: { code: "QUERY_TOO_LARGE", measure: "depth" } }],
    });
    await generous.close();
  });
});

/** Fragments of an account, each in the depth of the one before it. */
function deepFragments(count: number, levels: number): string {
  const deep = (index: number) => `${"master { ".repeat(levels)}...F${index + 1}${" }".repeat(levels)}`;
  const root = `fragment F0 on Query { node(id: "a") { ... on EnterpriseAccount { ...F1 } } }`;
  return `${root} ${times(count - 1, (index) => `fragment F${index + 1} on EnterpriseAccount { ${deep(index + 1)} }`)}`;
}
