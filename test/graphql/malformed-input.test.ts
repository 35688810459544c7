import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { getNamedType, getNullableType, isEnumType, isInputObjectType, isListType } from "graphql";
import { schemaOf } from "../../src/graphql/schema.js";
import type { Answer } from "../support/graphql-client.js";
import {
  argumentList,
  argumentsWith,
  type InputPlace,
  inputPlaces,
  MISSING,
  selectionOf,
  VARIABLE,
} from "../support/graphql-inputs.js";
import { startTestService, type TestService } from "../support/graphql-service.js";
import { CREDIT_CODES } from "../support/samples.js";

let service: TestService;
let ids: { master: string; synchronization: string; previewed: string };
let before: unknown;

beforeAll(async () => {
  service = await startTestService();
  const { given } = service;
  const [master, previewed] = [await given.master("Acme Ltd"), await given.master("Acme Ltd")];
  await given.member(master, "Acme Ltd");
  const { synchronization } = await given.synchronized(master, "Acme Ltd");
  ids = { master: master.id, synchronization: synchronization.id, previewed: previewed.id };
  before = await everythingStored();
});

afterAll(() => service.close());

/** How a field of each type is asked for. */
const ways: Record<string, (selection: string) => string> = {
  Query: (selection) => `query { ${selection} }`,
  Mutation: (selection) => `mutation { ${selection} }`,
  EnterpriseAccount: (selection) => `query { enterpriseAccount(id: "${ids.master}") { ${selection} } }`,
  Synchronization: (selection) =>
    `query { node(id: "${ids.synchronization}") { ... on Synchronization { ${selection} } } }`,
  AuthenticationPreview: (selection) => `query {
    previewAuthentication(input: { accountId: "${ids.previewed}", enterpriseName: "Acme Ltd" }) {
      ... on AuthenticationPreview { ${selection} }
    }
  }`,
};

/** A value that is good wherever its type is asked for or, for what is but a text or a number, its name. */
function valid(type: string, name: string): unknown {
  const values: Record<string, unknown> = {
    ID: ids.previewed,
    EnterpriseName: "Acme Ltd",
    CountryCode: "CN",
    CertificateType: "BUSINESS_LICENSE",
    AuthenticationStatus: "AUTHENTICATED",
    AccountRole: "MASTER",
    SyncReason: "SAME_NAME_AFTER",
    Boolean: true,
    number: CREDIT_CODES[0],
    first: 1,
    last: 1,
  };
  return values[type] ?? values[name] ?? "";
}

/** What does not fit a type at all. */
const wrongTypes: Record<string, readonly unknown[]> = {
  String: [42, true, ["text"], { text: "text" }],
  EnterpriseName: [42, true, ["text"], { text: "text" }],
  CountryCode: [42, true, ["CN"], { text: "CN" }],
  ID: [1.5, true, { id: "text" }, [["text"]]],
  Int: ["1", 1.5, true, 2_147_483_648, { int: 1 }],
  Boolean: ["true", 1, { boolean: true }],
  enum: ["NONSENSE", 42, true, { enum: "NONSENSE" }],
  input: ["text", 42, true],
};

/** What fits its type and is still no such value, by type or by name, and the reason that is given. */
const invalidValues: Record<string, { reason: string; values: readonly unknown[] }> = {
  EnterpriseName: {
    reason: "INVALID_ENTERPRISE_NAME",
    values: ["", " \t ", "42", "…!", "\u200b", "𠮷".repeat(256), "a\u0000b"],
  },
  CountryCode: { reason: "INVALID_COUNTRY_CODE", values: ["", "cn", "XX", "CHN", " CN"] },
  number: {
    reason: "INVALID_CERTIFICATE_NUMBER",
    values: ["", " ", "91990000TT0000015K", "91990000TT000001SJ", "91990000TT000001", "京", "9".repeat(33)],
  },
  reference: {
    reason: "INVALID_ACCOUNT_REFERENCE",
    values: ["", " ", "\u2009Ref 1", "Ref 1\ufeff", "a\u0000b", "a\nb", "𠮷".repeat(129)],
  },
  idempotencyKey: { reason: "INVALID_IDEMPOTENCY_KEY", values: ["", "𠮷".repeat(256), "a\u0000b"] },
  previewToken: { reason: "INVALID_PREVIEW_TOKEN", values: ["", "nonsense"] },
  after: { reason: "INVALID_CURSOR", values: ["", "nonsense"] },
  before: { reason: "INVALID_CURSOR", values: ["", "nonsense"] },
  first: { reason: "INVALID_PAGE_SIZE", values: [0, -1, 101, 2_147_483_647] },
  last: { reason: "INVALID_PAGE_SIZE", values: [0, -1, 101, -2_147_483_648] },
  members: { reason: "INVALID_MEMBER_COUNT", values: [[]] },
  ids: { reason: "TOO_MANY_IDS", values: [Array.from({ length: 101 }, () => "nothing")] },
};

/** What is invalid about one of several new members is refused as data: every bad one of them is reported at once. */
function isOfANewMember({ field, path }: InputPlace): boolean {
  return field.name === "registerMemberAccounts" && path[1] === "members" && path.length > 3;
}

const MEMBERS_REFUSED = "... on MembersRefused { members { index reason } }";

/** What a value is answered with that fits its type and is still no such value. */
function answerToInvalid(place: InputPlace, reason: string): unknown {
  if (isOfANewMember(place)) {
    const refusal = { __typename: "MembersRefused", members: [{ index: place.path[2], reason }] };
    return { status: 200, data: { [place.field.name]: refusal } };
  }
  const extensions = { code: "BAD_USER_INPUT", argument: place.path, reason };
  const path = expect.arrayContaining([place.field.name]);
  return { status: 200, errors: [{ message: expect.stringMatching(/\.$/), path, extensions }] };
}

/** Types of which every value is as good as any other. */
const neverInvalid = ["ID", "Boolean"];

type Mode = "a variable" | "a part of a variable" | "a literal";

/** How a value may be put in its place: for a whole argument, two of the three are one. */
const modes: Record<
  Mode,
  (place: InputPlace, value: unknown) => { query: string; variables: Record<string, unknown> }
> = {
  "a variable": (place, value) => {
    const given = argumentsWith(place, VARIABLE, valid);
    const variables = value === MISSING ? {} : { value };
    return { query: asked(place, argumentList(place, given), String(place.type)), variables };
  },
  "a part of a variable": (place, value) => {
    const argument = place.field.args.find(({ name }) => name === place.path[0]);
    const { [place.path[0] as string]: whole, ...others } = argumentsWith(place, value, valid);
    const given = { ...others, [place.path[0] as string]: VARIABLE };
    return { query: asked(place, argumentList(place, given), String(argument?.type)), variables: { value: whole } };
  },
  "a literal": (place, value) => {
    return { query: asked(place, argumentList(place, argumentsWith(place, value, valid))), variables: {} };
  },
};

function asked(place: InputPlace, argumentsWritten: string, variableType?: string): string {
  const selection = selectionOf(place, argumentsWritten, isOfANewMember(place) ? MEMBERS_REFUSED : "");
  const query = ways[place.parent]?.(selection) ?? "";
  return variableType === undefined ? query : query.replace(/ /, ` ($value: ${variableType}) `);
}

function ask(place: InputPlace, mode: Mode, value: unknown): Promise<Answer<unknown>> {
  const { query, variables } = modes[mode](place, value);
  return service.client.answer(query, variables);
}

async function everythingStored(): Promise<unknown> {
  const tables = ["enterprise_accounts", "authentication_snapshots", "authentication_history", "synchronizations"];
  const rows = [...tables, "idempotency_keys"].map((table) => service.dataSource.query(`TABLE ${table}`));
  return Promise.all(rows);
}

const places = inputPlaces(schemaOf());
const titled = places.map((place) => [`${place.parent}.${place.field.name}(${place.path.join(".")})`, place] as const);

describe.each(titled)("malformed input: %s", (_title, place) => {
  const named = getNamedType(place.type);
  const isList = isListType(getNullableType(place.type));
  const isNullable = place.type === getNullableType(place.type);
  const { reason, values: invalid } = invalidValues[named.name] ??
    invalidValues[place.path.at(-1) as string] ?? { reason: "none", values: [] };
  const unfit = [
    ...(place.isRequired ? [MISSING] : []),
    ...(isNullable ? [] : [null]),
    ...(wrongTypes[isEnumType(named) ? "enum" : isInputObjectType(named) ? "input" : named.name] as unknown[]),
  ];
  const asPart: Mode[] = place.path.length === 1 ? [] : ["a part of a variable"];

  test("is asked for by this test, with what may be wrong with it", () => {
    const exempt = isEnumType(named) || isInputObjectType(named) || neverInvalid.includes(named.name);

    expect(Object.keys(ways)).toContain(place.parent);
    expect(exempt || invalid.length > 0).toBe(true);
  });

  test.each<Mode>(["a variable", ...asPart])("is refused as %s that does not fit its type", async (mode) => {
    for (const value of unfit) {
      const answer = await ask(place, mode, value);

      const argument = isList && Array.isArray(value) ? [...place.path, 0] : place.path;
      const extensions = { code: "BAD_USER_INPUT", argument, reason: "INVALID_VARIABLE" };
      const expected = { status: 400, errors: [{ message: expect.stringMatching(/^Variable ".*\.$/), extensions }] };
      expect({ value, answer }).toMatchObject({ value, answer: expected });
      expect(answer).not.toHaveProperty("data");
    }
  });

  test("is refused as a literal that does not fit its type", async () => {
    for (const value of unfit) {
      const answer = await ask(place, "a literal", value);

      const errors = [{ extensions: { code: "GRAPHQL_VALIDATION_FAILED" } }];
      expect({ value, answer }).toMatchObject({ value, answer: { status: 400, errors } });
      expect(answer).not.toHaveProperty("data");
    }
  });

  test.each<Mode>(["a variable", ...asPart, "a literal"])("is refused as %s that is invalid", async (mode) => {
    for (const value of invalid.filter((value) => isList === Array.isArray(value))) {
      const answer = await ask(place, mode, value);

      expect({ value, answer }).toMatchObject({ value, answer: answerToInvalid(place, reason) });
    }
  });
});

describe("malformed input", () => {
  const objects = titled.filter(([, place]) => isInputObjectType(getNamedType(place.type)));

  test.each(objects)("has no field that the schema does not know: %s", async (_title, place) => {
    const value = { ...(argumentsWith(place, MISSING, valid) as object), nonsense: 42 };

    const answers = [await ask(place, "a variable", value), await ask(place, "a literal", value)];

    const [codes] = [answers.map(({ errors }) => errors?.[0]?.extensions.code)];
    expect(codes).toEqual(["BAD_USER_INPUT", "GRAPHQL_VALIDATION_FAILED"]);
  });

  test("is no variable that is not given, even if it is named like what every object has", async () => {
    const query = "query ($toString: Int) { enterpriseAccounts(first: $toString) { __typename } }";

    expect(await service.client.errors(query)).toEqual([]);
  });

  const AUTHENTICATE = 'enum. Did you mean the enum value "AUTHENTICATED" or "NOT_AUTHENTICATED"?';
  test.each([
    [
      "as a literal",
      "{ enterpriseAccount(id: 1) { members(filter: { authenticationStatus: AUTHENTICATE }) { __typename } } }",
      AUTHENTICATE,
    ],
    ["as a field", "{ enterpriseAccont(id: 1) { id } }", 'Did you mean "enterpriseAccount" or "enterpriseAccounts"?'],
    ["as an argument", '{ enterpriseAccount(ids: "1") { id } }', 'Did you mean "id"?'],
  ])("is told what may have been meant: %s", async (_what, query, suggestion) => {
    const [error] = await service.client.errors(query);

    expect(error?.message).toContain(suggestion);
  });

  test("has written nothing", async () => {
    expect(await everythingStored()).toEqual(before);
  });
});

test.each<[where: string, query: string, variables: Record<string, null>, argument: readonly string[]]>([
  ["an argument", 'query ($id: ID = "a") { node(id: $id) { id } }', { id: null }, ["id"]],
  ["a directive", "query ($yes: Boolean = false) { __typename @skip(if: $yes) }", { yes: null }, ["if"]],
  [
    "a part of an argument",
    'query ($name: EnterpriseName = "A") { previewAuthentication(input: { accountId: "a", enterpriseName: $name }) { __typename } }',
    { name: null },
    ["input", "enterpriseName"],
  ],
])(
  "a null for a variable with a default is refused where none may be: %s",
  async (_where, query, variables, argument) => {
    const answer = await service.client.answer(query, variables);

    const extensions = { code: "BAD_USER_INPUT", argument, reason: "INVALID_VARIABLE" };
    expect(answer).toEqual({
      status: 400,
      errors: [{ message: expect.stringMatching(/^Variable ".*null\.$/), extensions }],
    });
  },
);
