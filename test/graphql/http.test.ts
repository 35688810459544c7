import { once } from "node:events";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { auditServer } from "graphql-http";
import { startTestService, type TestService } from "../support/graphql-service.js";

let service: TestService;

beforeAll(async () => {
  service = await startTestService();
});

afterAll(() => service.close());

const JSON_BODY = { "content-type": "application/json" };
const QUERY = '{"query":"{ __typename }"}';
const GET_QUERY = "?query=%7B__typename%7D";
const PREFLIGHT = { "apollo-require-preflight": "1" };

interface Sent {
  readonly method?: string;
  /** After the service's own path. */
  readonly search?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string | Buffer;
}

interface Refused {
  readonly status: number;
  readonly code: string;
}

function send({ search = "", body, ...request }: Sent): Promise<Response> {
  const bytes = typeof body === "string" ? Buffer.from(body) : body;
  return fetch(service.url + search, { ...request, ...(bytes && { body: new Uint8Array(bytes) }) });
}

const post = (body: string | Buffer, headers: Record<string, string> = JSON_BODY): Sent => ({
  method: "POST",
  headers,
  body,
});

/** An answer that a client of GraphQL can read, and that tells nothing of what is behind it. */
async function expectRefusal(response: Response, { status, code }: Refused): Promise<void> {
  const { headers } = response;
  const body = await response.text();
  expect({ status: response.status, body: JSON.parse(body) }).toMatchObject({
    status,
    body: { errors: [{ message: expect.stringMatching(/\S/), extensions: { code } }] },
  });
  expect(Object.keys(JSON.parse(body))).toEqual(["errors"]);
  expect(headers.get("content-type")).toMatch(/^application\/(graphql-response\+)?json; charset=utf-8$/);
  expect(headers.get("x-powered-by")).toBeNull();
  expect(body).not.toMatch(/node_modules|\bat .*:\d+|stacktrace/);
}

describe("GraphQL over HTTP", () => {
  test("is what the specification's own audit asks for", async () => {
    const results = await auditServer({ url: service.url });

    const failed = results.filter(({ status }) => status === "error" || status === "warn");
    expect(failed.map(({ id, name }) => `${id} ${name}`)).toEqual([]);
    expect(results.length).toBeGreaterThan(60);
  });

  test.each([
    ["a POST", post(QUERY)],
    ["a POST that names its encoding", post(QUERY, { "content-type": 'Application/JSON ; Charset="UTF-8"' })],
    ["a POST that begins with a byte order mark", post(`\ufeff${QUERY}`)],
    [
      "a POST with a null for all that may be left out",
      post('{"query":"{__typename}","variables":null,"operationName":null,"extensions":null}'),
    ],
    ["a POST with fields that nobody knows", post('{"query":"{__typename}","id":1}')],
    ["a GET with the header that no form can send", { search: GET_QUERY, headers: PREFLIGHT }],
    ["a GET with a content type that no form can send", { search: GET_QUERY, headers: JSON_BODY }],
    [
      "a GET with variables",
      {
        search: "?query=query(%24a%3ABoolean!)%7B__typename%40include(if%3A%24a)%7D&variables=%7B%22a%22%3Atrue%7D",
        headers: PREFLIGHT,
      },
    ],
  ])("answers %s", async (_what, request: Sent) => {
    const response = await send(request);

    expect({ status: response.status, body: await response.json() }).toEqual({
      status: 200,
      body: { data: { __typename: "Query" } },
    });
  });

  test("chooses the operation by its name", async () => {
    const response = await send(
      post('{"query":"query A { a: __typename } query B { b: __typename }","operationName":"B"}'),
    );

    expect(await response.json()).toEqual({ data: { b: "Query" } });
  });
});

describe("a method other than GET and POST", () => {
  test.each(["PUT", "PATCH", "DELETE", "OPTIONS"])("is refused: %s", async (method) => {
    const response = await send({ method, headers: JSON_BODY, body: QUERY });

    expect(response.headers.get("allow")).toBe("GET, POST");
    await expectRefusal(response, { status: 405, code: "METHOD_NOT_ALLOWED" });
  });

  test("is refused without a body: HEAD", async () => {
    const response = await send({ method: "HEAD", search: GET_QUERY });

    expect(response.status).toBe(405);
    expect(response.headers.get("allow")).toBe("GET, POST");
    expect(await response.text()).toBe("");
  });

  test("is needed by a mutation: not GET", async () => {
    const response = await send({ search: "?query=mutation%7B__typename%7D", headers: PREFLIGHT });

    expect(response.headers.get("allow")).toBe("POST");
    await expectRefusal(response, { status: 405, code: "BAD_REQUEST" });
  });
});

describe("what is no GraphQL request is refused:", () => {
  const BAD_REQUEST = { status: 400, code: "BAD_REQUEST" };
  const UNSUPPORTED = { status: 415, code: "UNSUPPORTED_MEDIA_TYPE" };
  const notUtf8 = Buffer.concat([
    Buffer.from('{"query":"{ __typename }","operationName":"'),
    Buffer.from([0xb1, 0xb1, 0x22, 0x7d]),
  ]);

  test.each<[string, Sent, Refused]>([
    ["another path", { search: "s" }, { status: 404, code: "NOT_FOUND" }],
    ["a path below", { search: "/", ...post(QUERY) }, { status: 404, code: "NOT_FOUND" }],
    ["a path that cannot be decoded", { search: "/%zz" }, BAD_REQUEST],
    ["a GET that any page could have a browser make", { search: GET_QUERY }, BAD_REQUEST],
    ["a GET of a form", { search: GET_QUERY, headers: { "content-type": "text/plain" } }, BAD_REQUEST],
    ["a GET without a query", { headers: PREFLIGHT }, BAD_REQUEST],
    ["a GET with two queries", { search: `${GET_QUERY}&query=%7B__typename%7D`, headers: PREFLIGHT }, BAD_REQUEST],
    [
      "a GET with variables twice",
      { search: `${GET_QUERY}&variables=%7B%7D&variables=%7B%7D`, headers: PREFLIGHT },
      BAD_REQUEST,
    ],
    ["a GET with variables that are no JSON", { search: `${GET_QUERY}&variables=x`, headers: PREFLIGHT }, BAD_REQUEST],
    [
      "a GET with variables that are no object",
      { search: `${GET_QUERY}&variables=%5B%5D`, headers: PREFLIGHT },
      BAD_REQUEST,
    ],
    ["no body", { method: "POST", headers: JSON_BODY }, BAD_REQUEST],
    ["an empty body", post(""), BAD_REQUEST],
    ["no body and no content type", { method: "POST" }, BAD_REQUEST],
    ["a body that is no JSON", post("{ __typename }"), BAD_REQUEST],
    ["a body that ends too early", post(QUERY.slice(0, -1)), BAD_REQUEST],
    ["two bodies", post(QUERY + QUERY), BAD_REQUEST],
    ["a body that is a text", post('"{ __typename }"'), BAD_REQUEST],
    ["a body that is null", post("null"), BAD_REQUEST],
    ["a body without a query", post('{"variables":{}}'), BAD_REQUEST],
    ["an empty query", post('{"query":""}'), BAD_REQUEST],
    ["a query that is no text", post('{"query":{"kind":"Document"}}'), BAD_REQUEST],
    ["variables that are a list", post('{"query":"{__typename}","variables":[]}'), BAD_REQUEST],
    ["variables that are a text", post('{"query":"{__typename}","variables":"{}"}'), BAD_REQUEST],
    ["an operation's name that is no text", post('{"query":"{__typename}","operationName":1}'), BAD_REQUEST],
    ["extensions that are a list", post('{"query":"{__typename}","extensions":[]}'), BAD_REQUEST],
    ["a batch", post(`[${QUERY},${QUERY}]`), BAD_REQUEST],
    ["an empty batch", post("[]"), BAD_REQUEST],
    ["a prototype", post('{"query":"{__typename}","__proto__":{"polluted":true}}'), BAD_REQUEST],
    [
      "a prototype in the variables",
      post('{"query":"{__typename}","variables":{"a":[{"__proto__":{}}]}}'),
      BAD_REQUEST,
    ],
    [
      "a constructor's prototype",
      post('{"query":"{__typename}","variables":{"constructor":{"prototype":{}}}}'),
      BAD_REQUEST,
    ],
    [
      "a persisted query",
      post('{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"x"}}}'),
      { status: 200, code: "PERSISTED_QUERY_NOT_SUPPORTED" },
    ],
    ["plain text", post(QUERY, { "content-type": "text/plain" }), UNSUPPORTED],
    ["a form", post("query=%7B__typename%7D", { "content-type": "application/x-www-form-urlencoded" }), UNSUPPORTED],
    ["a form with a file", post("--x--", { "content-type": "multipart/form-data; boundary=x" }), UNSUPPORTED],
    ["GraphQL by itself", post("{ __typename }", { "content-type": "application/graphql" }), UNSUPPORTED],
    ["a content type that is none", post(QUERY, { "content-type": "nonsense" }), UNSUPPORTED],
    ["JSON in GB 18030", post(QUERY, { "content-type": "application/json; charset=gb18030" }), UNSUPPORTED],
    [
      "JSON in UTF-16",
      post(Buffer.from(QUERY, "utf16le"), { "content-type": "application/json; charset=utf-16" }),
      UNSUPPORTED,
    ],
    ["JSON in what is no UTF-8", post(notUtf8), BAD_REQUEST],
    ["compressed JSON", post(gzipSync(QUERY), { ...JSON_BODY, "content-encoding": "gzip" }), UNSUPPORTED],
    [
      "too large a body",
      post(JSON.stringify({ query: "{__typename}", variables: { a: "x".repeat(1024 * 1024) } })),
      { status: 413, code: "PAYLOAD_TOO_LARGE" },
    ],
    ["an answer in HTML", post(QUERY, { ...JSON_BODY, accept: "text/html" }), { status: 406, code: "BAD_REQUEST" }],
    ["a document that is none", post('{"query":"{"}'), { status: 200, code: "GRAPHQL_PARSE_FAILED" }],
    ["a field that is none", post('{"query":"{ nothing }"}'), { status: 200, code: "GRAPHQL_VALIDATION_FAILED" }],
    [
      "no operation",
      post('{"query":"fragment A on Query { __typename }"}'),
      { status: 200, code: "GRAPHQL_VALIDATION_FAILED" },
    ],
    [
      "no choice among operations",
      post('{"query":"query A {__typename} query B {__typename}"}'),
      { status: 200, code: "OPERATION_RESOLUTION_FAILURE" },
    ],
    [
      "an operation that is not there",
      post('{"query":"query A {__typename}","operationName":"B"}'),
      { status: 200, code: "OPERATION_RESOLUTION_FAILURE" },
    ],
    [
      "a subscription",
      post('{"query":"subscription { __typename }"}'),
      { status: 200, code: "GRAPHQL_VALIDATION_FAILED" },
    ],
  ])("%s", async (_what, request, refused) => {
    const response = await send(request);

    await expectRefusal(response, refused);
    expect({}).not.toHaveProperty("polluted");
  });

  test("a document that is none, with a status of its own where the client knows GraphQL's media type", async () => {
    const response = await send(post('{"query":"{"}', { ...JSON_BODY, accept: "application/graphql-response+json" }));

    expect(response.headers.get("content-type")).toBe("application/graphql-response+json; charset=utf-8");
    await expectRefusal(response, { status: 400, code: "GRAPHQL_PARSE_FAILED" });
  });
});

describe("variables as deep as a body can hold", () => {
  const levels = 100_000;

  test.each([
    ["lists", "[".repeat(levels) + "]".repeat(levels)],
    ["objects", `${'{"a":'.repeat(levels)}1${"}".repeat(levels)}`],
    ["lists of objects", `${'[{"a":'.repeat(levels)}1${"}]".repeat(levels)}`],
  ])("are refused like any that do not fit: %s", async (_what, value) => {
    const query = "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }";

    const response = await send(post(`{"query":"${query}","variables":{"ids":${value}}}`));

    await expectRefusal(response, { status: 200, code: "BAD_USER_INPUT" });
  });

  test("do no harm where nobody asks for them", async () => {
    const variables = `{"a":${"[".repeat(levels)}${"]".repeat(levels)}}`;

    const response = await send(post(`{"query":"{ __typename }","variables":${variables}}`));

    expect(await response.json()).toEqual({ data: { __typename: "Query" } });
  });
});

describe("what is no HTTP is answered, and the connection closed:", () => {
  const head = (headers: string) =>
    `POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n${headers}\r\n\r\n`;
  const malformed = { status: "400 Bad Request", code: "BAD_REQUEST" };

  test.each<[string, string, { status: string; code: string }]>([
    ["nonsense", "nonsense\r\n\r\n", malformed],
    ["an unknown method", "NONSENSE /graphql HTTP/1.1\r\nHost: a\r\n\r\n", malformed],
    ["TLS", "\u0016\u0003\u0001\u0002\u0000\u0001", malformed],
    ["two lengths of one body", head("Content-Length: 1\r\nContent-Length: 2"), malformed],
    ["two ways to tell the length", head("Content-Length: 1\r\nTransfer-Encoding: chunked"), malformed],
    ["a length that is none", head("Content-Length: -1"), malformed],
    ["a chunk without a length", `${head("Transfer-Encoding: chunked")}nonsense\r\n`, malformed],
    [
      "too many headers",
      head(`X: ${"x".repeat(20_000)}`),
      { status: "431 Request Header Fields Too Large", code: "HEADERS_TOO_LARGE" },
    ],
  ])("%s", async (_what, bytes, { status, code }) => {
    const { hostname, port } = new URL(service.url);
    const socket = connect({ host: hostname, port: Number(port) });
    await once(socket, "connect");

    socket.write(bytes, "latin1");
    const answer = await text(socket);

    const [headers, body] = answer.split("\r\n\r\n") as [string, string];
    expect(headers).toContain(`HTTP/1.1 ${status}\r\n`);
    expect(headers).toMatch(/content-type: application\/json; charset=utf-8/i);
    expect(JSON.parse(body)).toEqual({ errors: [{ message: expect.any(String), extensions: { code } }] });
  });
});
