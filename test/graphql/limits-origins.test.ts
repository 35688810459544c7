import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { signedTokens } from "../support/callers/signed-tokens.js";
import { startTestService, type TestService } from "../support/graphql-service.js";

const ORIGIN = "https://app.example.com";

const ask = ({ url }: TestService, origin: string) =>
  fetch(url, {
    method: "POST",
    headers: { origin, "content-type": "application/json" },
    body: '{"query":"{ __typename }"}',
  });

const preflight = ({ url }: TestService, origin: string) =>
  fetch(url, {
    method: "OPTIONS",
    headers: {
      origin,
      "access-control-request-method": "POST",
      "access-control-request-headers": "authorization,content-type,x-anything",
    },
  });

/** What a response lets a browser do. */
const allowed = ({ headers }: Response) =>
  Object.fromEntries([...headers].filter(([name]) => name.startsWith("access-control-")));

describe("as it comes, the service", () => {
  let service: TestService;

  beforeAll(async () => {
    service = await startTestService();
  });

  afterAll(() => service.close());

  test("lets no page of another origin read an answer, or ask with a token", async () => {
    const [asked, preflighted] = await Promise.all([ask(service, ORIGIN), preflight(service, ORIGIN)]);

    expect(allowed(asked)).toEqual({});
    expect(allowed(preflighted)).toEqual({});
    expect(preflighted.status).toBe(405);
  });
});

describe("with origins that may ask", () => {
  let service: TestService;

  beforeAll(async () => {
    service = await startTestService({ corsOrigins: [ORIGIN, "http://localhost:5173"] });
  });

  afterAll(() => service.close());

  test.each([ORIGIN, "http://localhost:5173"])("the service lets %s ask, without cookies", async (origin) => {
    const [asked, preflighted] = await Promise.all([ask(service, origin), preflight(service, origin)]);

    expect(allowed(asked)).toEqual({
      "access-control-allow-origin": origin,
      "access-control-expose-headers": "retry-after",
    });
    expect(asked.headers.get("vary")).toMatch(/\borigin\b/i);
    expect(preflighted.status).toBe(204);
    expect(allowed(preflighted)).toEqual({
      "access-control-allow-origin": origin,
      "access-control-allow-methods": "GET, POST",
      "access-control-allow-headers": "authorization, content-type, apollo-require-preflight",
      "access-control-expose-headers": "retry-after",
      "access-control-max-age": "7200",
    });
  });

  test.each([
    "https://evil.example",
    "https://app.example.com.evil.example",
    "https://sub.app.example.com",
    "http://app.example.com",
    "https://app.example.com:8443",
    "null",
  ])("the service does not let %s read an answer", async (origin) => {
    const [asked, preflighted] = await Promise.all([ask(service, origin), preflight(service, origin)]);

    expect(allowed(asked)).not.toHaveProperty("access-control-allow-origin");
    expect(allowed(preflighted)).not.toHaveProperty("access-control-allow-origin");
    expect(asked.headers.get("vary")).toMatch(/\borigin\b/i);
  });
});

test("a page that may ask needs no token for the preflight, and can read that it needs one to ask", async () => {
  const { callers } = await signedTokens();
  const service = await startTestService({ callers, corsOrigins: [ORIGIN] });

  const [asked, preflighted] = await Promise.all([ask(service, ORIGIN), preflight(service, ORIGIN)]);

  expect([asked.status, preflighted.status]).toEqual([401, 204]);
  expect(allowed(asked)).toMatchObject({ "access-control-allow-origin": ORIGIN });
  await service.close();
});
