import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { getIntrospectionQuery } from "graphql";
import { auditServer } from "graphql-http";
import { schemaOf } from "../../src/graphql/schema.js";
import { signedTokens } from "../support/callers/signed-tokens.js";
import { startTestService, type TestService } from "../support/graphql-service.js";

let service: TestService;
let authorization: string;

beforeAll(async () => {
  const tokens = await signedTokens();
  service = await startTestService({ callers: tokens.callers });
  authorization = await tokens.authorizationOf("auditor");
});

afterAll(() => service.close());

const JSON_BODY = { "content-type": "application/json", accept: "application/graphql-response+json" };
const QUERY = '{"query":"{ __typename }"}';

interface Sent {
  readonly method?: string;
  /** After the service's own path. */
  readonly search?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

async function send({ search = "", ...request }: Sent) {
  const response = await fetch(service.url + search, request);
  const text = await response.text();
  return { status: response.status, headers: response.headers, text };
}

/** As somebody who may ask anything. */
const sendAsCaller = ({ headers, ...request }: Sent) => send({ ...request, headers: { authorization, ...headers } });

const ask = (query: string) => sendAsCaller({ method: "POST", headers: JSON_BODY, body: JSON.stringify({ query }) });

const codeIn = (text: string) => JSON.parse(text).errors?.[0]?.extensions.code;

const times = (count: number, part: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => part(index)).join(" ");

/** The names of the schema: types and fields, but those of every GraphQL service. */
const NAMES = Object.entries(schemaOf().getTypeMap())
  .filter(([name]) => !name.startsWith("__") && name.length > 7)
  .flatMap(([name, type]) => [name, ...("getFields" in type ? Object.keys(type.getFields()) : [])])
  .filter((name) => name.length > 7 && name !== "message");

/** A stranger learns that a token is needed, and nothing else. */
async function expectNothingTold(request: Sent): Promise<void> {
  const { status, headers, text } = await send(request);

  expect(status).toBe(401);
  expect(headers.get("www-authenticate")).toMatch(/^Bearer/);
  expect(codeIn(text)).toBe("UNAUTHENTICATED");
  expect(NAMES.filter((name) => text.includes(name))).toEqual([]);
}

/** As a client sees it that has a token, or one that nobody signed. */
const STRANGERS: readonly [who: string, headers: Record<string, string>][] = [
  ["no token", {}],
  ["a token that nobody signed", { authorization: `Bearer ${btoa('{"alg":"none"}')}.${btoa('{"sub":"a"}')}.a` }],
  ["a password", { authorization: "Basic YTpi" }],
];

describe.each(STRANGERS)("a stranger with %s", (_who, headers) => {
  const post = (query: string): Sent => ({
    method: "POST",
    headers: { ...JSON_BODY, ...headers },
    body: JSON.stringify({ query }),
  });

  test("1. gets no introspection", async () => {
    await expectNothingTold(post(getIntrospectionQuery()));
    await expectNothingTold(post('{ __type(name: "EnterpriseAccount") { fields { name } } }'));
    await expectNothingTold({ search: "?query=%7B__schema%7Btypes%7Bname%7D%7D%7D", headers });
  });

  test("2. gets no suggestions of fields, nor of anything else", async () => {
    await expectNothingTold(post("{ syncPolici { version } }"));
    await expectNothingTold(post("{ enterpriseAccounts(frist: 1) { nodes { id } } }"));
    await expectNothingTold(post("{ node(id: 1) { ... on EnterpriseAccoun { id } } }"));
    await expectNothingTold(post("{"));
  });
});

describe("somebody who may ask", () => {
  test("gets introspection and suggestions", async () => {
    const [introspected, suggested] = await Promise.all([
      ask(getIntrospectionQuery()),
      ask("{ syncPolici { version } }"),
    ]);

    expect(introspected.text).toContain("registerMemberAccounts");
    expect(suggested.text).toContain("Did you mean");
  });

  test("is answered as the specification of GraphQL over HTTP has it", async () => {
    const fetchFn = (url: string, { headers, ...init }: RequestInit = {}) =>
      fetch(url, { ...init, headers: { ...(headers as Record<string, string>), authorization } });

    const results = await auditServer({ url: service.url, fetchFn });

    const failed = results.filter(({ status }) => status === "error" || status === "warn");
    expect(failed.map(({ id, name }) => `${id} ${name}`)).toEqual([]);
    expect(results.length).toBeGreaterThan(60);
  });
});

describe("what a page of another site could have a browser send", () => {
  const PREFLIGHT = { "apollo-require-preflight": "1" };
  const search = (query: string) => `?${new URLSearchParams({ query })}`;

  test("3. changes nothing: no mutation by GET", async () => {
    const mutation = 'mutation { registerMasterAccount(input: { enterpriseName: "Acme Ltd" }) { __typename } }';

    const { status, headers, text } = await sendAsCaller({ search: search(mutation), headers: PREFLIGHT });

    const [registered] = await service.dataSource.query("SELECT count(*)::int AS count FROM enterprise_accounts");
    expect({ status, allow: headers.get("allow"), code: codeIn(text) }).toEqual({
      status: 405,
      allow: "POST",
      code: "BAD_REQUEST",
    });
    expect(registered).toEqual({ count: 0 });
  });

  test("4. asks nothing: no query by GET without a header that needs a preflight", async () => {
    const refused = await sendAsCaller({ search: search("{ __typename }") });
    const answered = await sendAsCaller({ search: search("{ __typename }"), headers: PREFLIGHT });

    expect({ status: refused.status, code: codeIn(refused.text) }).toEqual({ status: 400, code: "BAD_REQUEST" });
    expect(answered.status).toBe(200);
  });

  test.each([
    ["application/x-www-form-urlencoded", "query=%7B__typename%7D"],
    [
      "multipart/form-data; boundary=x",
      '--x\r\nContent-Disposition: form-data; name="operations"\r\n\r\n{}\r\n--x--\r\n',
    ],
    ["text/plain", QUERY],
    ["text/plain;charset=utf-8", QUERY],
  ])("5. is no form: no body of %s", async (type, body) => {
    const { status, text } = await sendAsCaller({ method: "POST", headers: { "content-type": type }, body });

    expect({ status, code: codeIn(text) }).toEqual({ status: 415, code: "UNSUPPORTED_MEDIA_TYPE" });
  });
});

describe("one request does not do the work of many", () => {
  test("6. by an array of them", async () => {
    const body = `[${Array.from({ length: 10 }, () => QUERY)}]`;

    const { status, text } = await sendAsCaller({ method: "POST", headers: JSON_BODY, body });

    expect({ status, code: codeIn(text) }).toEqual({ status: 400, code: "BAD_REQUEST" });
  });

  test.each<[finding: string, document: string, measure: string]>([
    ["7. by aliases", `{ ${times(101, (index) => `a${index}: __typename`)} }`, "rootFields"],
    [
      "7. by aliases of what is asked of one account",
      `{ node(id: "a") { ${times(101, (index) => `a${index}: ${index % 2 === 0 ? "id" : "__typename"}`)} } }`,
      "aliases",
    ],
    ["8. by directives", `{ ${"... @skip(if: false) { ".repeat(51)}__typename${" }".repeat(51)} }`, "directives"],
    ["9. by a field again and again", `{ node(id: "a") { ${"id ".repeat(21)} } }`, "repeats"],
    [
      "9. by a fragment again and again",
      `{ node(id: "a") { ${"...A ".repeat(21)} } } fragment A on Node { id }`,
      "repeats",
    ],
  ])("%s", async (_finding, document, measure) => {
    const { status, text } = await ask(document);

    expect({ status, extensions: JSON.parse(text).errors[0].extensions }).toMatchObject({
      status: 400,
      extensions: { code: "QUERY_TOO_LARGE", measure },
    });
  });

  test("8. by one directive on one field again and again", async () => {
    const { status, text } = await ask("{ __typename @skip(if: false) @skip(if: false) }");

    expect({ status, code: codeIn(text) }).toEqual({ status: 400, code: "GRAPHQL_VALIDATION_FAILED" });
  });

  test.each([
    ["fields of types of fields", (inside: string) => `fields { name type { ${inside} } }`],
    ["possible types of interfaces", (inside: string) => `possibleTypes { interfaces { ${inside} } }`],
    ["arguments of fields of types", (inside: string) => `fields { args { type { ${inside} } } }`],
  ])("10. by introspection in circles: %s", async (_what, around) => {
    const circles = [1, 2, 3, 4].reduce((inside) => around(inside), "name");

    const { status, text } = await ask(`{ __schema { types { ${circles} } } }`);

    expect({ status, code: codeIn(text) }).toEqual({ status: 400, code: "GRAPHQL_VALIDATION_FAILED" });
    expect(text).toContain("Maximum introspection depth exceeded");
  });
});

describe("an answer holds nothing but what was asked for", () => {
  test.each([
    ["tracing of Apollo Federation", { "apollo-federation-include-trace": "ftv1" }, {}],
    ["tracing", { "x-apollo-tracing": "1" }, { extensions: { tracing: true } }],
    ["an explanation of the executor", {}, { extensions: { debug: true, explain: true, stacktrace: true } }],
  ])("11. and no %s", async (_what, headers, body) => {
    const asked = { method: "POST", headers: { ...JSON_BODY, ...headers } };
    const [answered, refused] = await Promise.all(
      ["{ __typename }", "{ nothing }"].map((query) =>
        sendAsCaller({ ...asked, body: JSON.stringify({ query, ...body }) }),
      ),
    );

    expect(JSON.parse(`${answered?.text}`)).toEqual({ data: { __typename: "Query" } });
    expect(JSON.parse(`${refused?.text}`)).toEqual({
      errors: [
        {
          message: expect.any(String),
          locations: expect.anything(),
          extensions: { code: "GRAPHQL_VALIDATION_FAILED" },
        },
      ],
    });
    expect(`${answered?.text}${refused?.text}`).not.toMatch(/stacktrace|tracing|duration|node_modules/);
    expect([...(answered?.headers.keys() ?? [])].filter((name) => /powered|server|apollo/.test(name))).toEqual([]);
  });

  test.each(["", "/graphiql", "/playground", "/preview", "/graphql"])(
    "12. and no editor, where there are no pages: %s",
    async (path) => {
      const response = await fetch(new URL(path || "/", service.url), { headers: { accept: "text/html" } });
      const text = await response.text();

      expect([401, 404]).toContain(response.status);
      expect(response.headers.get("content-type")).toBe("application/json; charset=utf-8");
      expect(text).not.toMatch(/<html|<script/i);
      expect(NAMES.filter((name) => text.includes(name))).toEqual([]);
    },
  );
});
