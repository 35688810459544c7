import { afterEach, describe, expect, test } from "@jest/globals";
import { signedTokens } from "../support/callers/signed-tokens.js";
import { startTestService, type TestService, type TestServiceOptions } from "../support/graphql-service.js";

let service: TestService;

afterEach(() => service.close());

const start = async (options: TestServiceOptions) => {
  service = await startTestService(options);
};

const ask = (headers: Record<string, string> = {}) =>
  fetch(service.url, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: '{"query":"{ __typename }"}',
  });

/** The statuses of requests that are made one after the other. */
async function statusesOf(requests: readonly Record<string, string>[]): Promise<number[]> {
  const statuses: number[] = [];
  for (const headers of requests) statuses.push((await ask(headers)).status);
  return statuses;
}

describe("requests in a minute", () => {
  test("are not counted where nobody says who may make how many", async () => {
    await start({});

    expect(new Set(await statusesOf(Array.from({ length: 200 }, () => ({}))))).toEqual(new Set([200]));
  });

  test("are refused beyond the limit of an address, with the time to wait, in the shape of a GraphQL answer", async () => {
    await start({ rateLimits: { perAddress: 2, perCaller: null } });
    await statusesOf([{}, {}]);

    const response = await ask();

    expect(response.status).toBe(429);
    expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(Number(response.headers.get("retry-after"))).toBeLessThanOrEqual(60);
    expect(response.headers.get("content-type")).toBe("application/json; charset=utf-8");
    expect(await response.json()).toEqual({
      errors: [{ message: expect.stringContaining("Retry-After"), extensions: { code: "RATE_LIMITED" } }],
    });
  });

  test("of an address are counted before anybody looks at a token", async () => {
    const { callers, authorizationOf } = await signedTokens();
    await start({ callers, rateLimits: { perAddress: 3, perCaller: null } });
    const authorization = await authorizationOf("integration");

    const statuses = await statusesOf([{}, { authorization: "Bearer a.b.c" }, { authorization }, { authorization }]);

    expect(statuses).toEqual([401, 401, 200, 429]);
  });

  test("of a caller are counted together, whatever token it shows, and not with those of another", async () => {
    const { callers, authorizationOf } = await signedTokens();
    await start({ callers, rateLimits: { perAddress: null, perCaller: 2 } });
    const [one, again, other] = await Promise.all(["one", "one", "other"].map(authorizationOf));

    const statuses = await statusesOf(
      [one, again, one, other].map((authorization) => ({ authorization: `${authorization}` })),
    );

    expect(one).not.toBe(again);
    expect(statuses).toEqual([200, 200, 429, 200]);
  });

  test("of the pages are not counted", async () => {
    await start({ rateLimits: { perAddress: 1, perCaller: 1 } });

    const statuses = [];
    for (let count = 0; count < 3; count += 1) statuses.push((await fetch(new URL("/graphiql", service.url))).status);

    expect(statuses).toEqual([404, 404, 404]);
  });
});

describe("the address of a request", () => {
  const from = (address: string) => ({ "x-forwarded-for": address });
  const perAddress = { perAddress: 1, perCaller: null };

  test("is that of its connection, whatever it says, where no proxy is trusted", async () => {
    await start({ rateLimits: perAddress });

    expect(await statusesOf([from("192.0.2.1"), from("192.0.2.2")])).toEqual([200, 429]);
  });

  test.each<[what: string, trustProxy: number | readonly string[]]>([
    ["one proxy", 1],
    ["the proxies of this machine", ["127.0.0.0/8", "::1"]],
  ])("is what %s says", async (_what, trustProxy) => {
    await start({ rateLimits: perAddress, trustProxy });

    expect(await statusesOf([from("192.0.2.1"), from("192.0.2.2"), from("192.0.2.1")])).toEqual([200, 200, 429]);
  });

  test("is not what a client told its proxy", async () => {
    await start({ rateLimits: perAddress, trustProxy: 1 });

    expect(await statusesOf([from("198.51.100.1, 192.0.2.1"), from("198.51.100.2, 192.0.2.1")])).toEqual([200, 429]);
  });

  test("is not what a proxy says that is not one of those", async () => {
    await start({ rateLimits: perAddress, trustProxy: ["10.0.0.0/8"] });

    expect(await statusesOf([from("192.0.2.1"), from("192.0.2.2")])).toEqual([200, 429]);
  });

  test("is shared by a subscriber's network of IPv6", async () => {
    await start({ rateLimits: perAddress, trustProxy: 1 });

    const statuses = await statusesOf([from("2001:db8::1"), from("2001:db8::2:1"), from("2001:db8:0:1::1")]);

    expect(statuses).toEqual([200, 429, 200]);
  });
});
