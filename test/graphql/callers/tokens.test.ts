import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { publishedKeys } from "../../../src/infrastructure/callers/issuer-keys.js";
import { TokenCallers } from "../../../src/infrastructure/callers/token-callers.js";
import { type AskingService, startAskingService } from "../../support/callers/asking-service.js";
import { claimsOf, EXPECTED, Issuer } from "../../support/callers/issuer.js";
import { answering, KeyServer } from "../../support/callers/key-server.js";
import { KeptLog } from "../../support/graphql-log.js";
import { startTestService } from "../../support/graphql-service.js";

const QUERY = '{"query":"{ syncPolicy { version } }"}';

let service: AskingService;

beforeAll(async () => {
  service = await startAskingService();
});

afterAll(() => service.close());

function post(body: string, authorization?: string, url = service.url): Promise<Response> {
  const headers = { "content-type": "application/json", ...(authorization !== undefined && { authorization }) };
  return fetch(url, { method: "POST", headers, body });
}

async function shown(response: Response) {
  const { errors } = (await response.json()) as { errors?: { extensions: { code: string } }[] };
  const [challenge, retryAfter] = ["www-authenticate", "retry-after"].map((name) => response.headers.get(name));
  return { status: response.status, code: errors?.[0]?.extensions.code ?? null, challenge, retryAfter };
}

const UNAUTHENTICATED = { status: 401, code: "UNAUTHENTICATED", retryAfter: null };
const INVALID = { ...UNAUTHENTICATED, challenge: 'Bearer error="invalid_token"' };
const ANSWERED = { status: 200, code: null, challenge: null, retryAfter: null };

describe("a request without a token", () => {
  test.each<[what: string, body: string]>([
    ["a query", QUERY],
    ["introspection", '{"query":"{ __schema { types { name } } }"}'],
    ["no JSON", "{"],
    ["no GraphQL", '{"query":"{"}'],
    ["a body that is too large", QUERY.padEnd(1024 * 1024 + 1)],
  ])("is told that it needs one, whatever it holds: %s", async (_what, body) => {
    const response = await post(body);

    expect(await shown(response)).toEqual({ ...UNAUTHENTICATED, challenge: "Bearer" });
  });

  test("is told so by GET too, and where it is no request of GraphQL is told that first", async () => {
    const [get, elsewhere, put] = await Promise.all([
      fetch(`${service.url}?query=%7B__typename%7D`, { headers: { "apollo-require-preflight": "1" } }),
      fetch(new URL("/nowhere", service.url)),
      fetch(service.url, { method: "PUT" }),
    ]);

    expect((await shown(get)).status).toBe(401);
    expect([elsewhere.status, put.status]).toEqual([404, 405]);
  });
});

describe("a request with a token", () => {
  test("is answered by POST and by GET", async () => {
    const authorization = `Bearer ${await service.issuer.sign(claimsOf([]))}`;
    const headers = { authorization, "apollo-require-preflight": "1" };

    const [posted, got] = await Promise.all([
      post(QUERY, authorization),
      fetch(`${service.url}?query=%7B__typename%7D`, { headers }),
    ]);

    expect([await shown(posted), await shown(got)]).toEqual([ANSWERED, ANSWERED]);
  });

  test("may not have it in its URL or its body (RFC 6750 would let it)", async () => {
    const token = await service.issuer.sign(claimsOf("*"));

    const [inUrl, inBody] = await Promise.all([
      post(QUERY, undefined, `${service.url}?access_token=${token}`),
      post(JSON.stringify({ ...JSON.parse(QUERY), access_token: token })),
    ]);

    expect([inUrl.status, inBody.status]).toEqual([401, 401]);
  });

  test.each(["Bearer x", "", "Bearer", "x".repeat(8_000)])("is refused where it is %j", async (authorization) => {
    expect(await shown(await post(QUERY, authorization))).toEqual(INVALID);
  });
});

describe("while the issuer's keys cannot be had", () => {
  test("requests are answered with 503 until they can, and then go on without the issuer", async () => {
    const [issuer, keyServer, log] = [await Issuer.create(), await KeyServer.start(), new KeptLog()];
    keyServer.answer = answering("", 500);
    let now = 0;
    const keys = publishedKeys(keyServer.url, () => now);
    const tested = await startTestService({ callers: new TokenCallers(keys, EXPECTED), log });
    const authorization = `Bearer ${await issuer.sign(claimsOf("*"))}`;
    const asked = async (header = authorization) => shown(await post(QUERY, header, tested.url));

    const unavailable = await asked();
    const bad = await asked("Bearer x");
    keyServer.answer = answering(issuer.keys);
    now += 6_000;
    const available = await asked();
    await keyServer.goAway();
    now += 3_600_000;
    const without = await asked();

    await tested.close();
    expect(unavailable).toEqual({ status: 503, code: "SERVICE_UNAVAILABLE", challenge: null, retryAfter: "1" });
    expect(bad).toEqual(INVALID);
    expect([available, without]).toEqual([ANSWERED, ANSWERED]);
    expect(log.about("The issuer answers with status 500.")).toHaveLength(1);
    expect(log.text).not.toContain(authorization.split(".")[2]);
  });
});
