import { afterEach, beforeAll, beforeEach, describe, expect, jest, test } from "@jest/globals";
import { CallersUnknown, Unauthenticated } from "../../../src/application/callers.js";
import { givenKeys, publishedKeys } from "../../../src/infrastructure/callers/issuer-keys.js";
import { TokenCallers } from "../../../src/infrastructure/callers/token-callers.js";
import { claimsOf, EXPECTED, Issuer } from "../../support/callers/issuer.js";
import { type Answering, answering, hanging, KeyServer, stalling } from "../../support/callers/key-server.js";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

let issuer: Issuer;
let next: Issuer;
let keyServer: KeyServer;
let elapsed: number;
let callers: TokenCallers;

beforeAll(async () => {
  issuer = await Issuer.create("key-1");
  next = await Issuer.create("key-2");
});

beforeEach(async () => {
  keyServer = await KeyServer.start();
  keyServer.answer = answering(issuer.keys);
  elapsed = 0;
  const { now } = Date;
  // Keys grow old by it, and tokens do not: they end by `new Date`.
  jest.spyOn(Date, "now").mockImplementation(() => now() + elapsed);
  callers = new TokenCallers(
    publishedKeys(keyServer.url, () => Date.now()),
    EXPECTED,
  );
});

afterEach(async () => {
  jest.restoreAllMocks();
  await keyServer.goAway();
});

/** What comes of a token: the caller's subject, or the error's name. */
async function asked(by = issuer, kid = by.kid): Promise<string> {
  const token = await by.sign(claimsOf("*"), { kid });
  try {
    return (await callers.callerOf(`Bearer ${token}`, "request-1")).recordedBy.subject;
  } catch (error) {
    if (error instanceof CallersUnknown || error instanceof Unauthenticated) return error.name;
    throw error;
  }
}

const KNOWN = "caller";
const UNKNOWN = "CallersUnknown";
const REFUSED = "Unauthenticated";

describe("the keys that an issuer publishes", () => {
  test("are asked for by the first token, and once for many at a time", async () => {
    const before = keyServer.requests;

    const answers = await Promise.all(Array.from({ length: 20 }, () => asked()));

    expect(before).toBe(0);
    expect(new Set(answers)).toEqual(new Set([KNOWN]));
    expect(keyServer.requests).toBe(1);
  });

  test("are asked for anew by a token of a new key", async () => {
    await asked();
    keyServer.answer = answering({ keys: [...issuer.keys.keys, ...next.keys.keys] });
    elapsed += 31 * SECOND;

    expect(await asked(next)).toBe(KNOWN);
    expect(await asked(issuer)).toBe(KNOWN);
    expect(keyServer.requests).toBe(2);
  });

  test("are asked for anew after ten minutes, beside the work, so that one that was withdrawn is one no longer", async () => {
    await asked();
    keyServer.answer = answering(next.keys);
    elapsed += 11 * MINUTE;

    const meanwhile = await asked();
    await until(async () => (await asked()) === REFUSED);

    expect(meanwhile).toBe(KNOWN);
    expect(await asked(next)).toBe(KNOWN);
    expect(keyServer.requests).toBe(2);
  });

  test("are not asked for by each token of a key of nobody's", async () => {
    await asked();
    elapsed += 31 * SECOND;

    const answers = await Promise.all(Array.from({ length: 20 }, (_, index) => asked(next, `nobody-${index}`)));
    answers.push(await asked(next, "nobody-20"));

    expect(new Set(answers)).toEqual(new Set([REFUSED]));
    expect(keyServer.requests).toBe(2);
  });
});

const failures: readonly (readonly [what: string, answer: Answering])[] = [
  ["answers 500", answering({ error: "broken" }, 500)],
  ["answers 404", answering("", 404)],
  ["leads elsewhere", (response) => response.writeHead(302, { location: "http://127.0.0.1:1/" }).end()],
  ["answers nothing with success", (response) => response.writeHead(204).end()],
  ["answers with what is no JSON", answering("<html>Sign in</html>")],
  ["answers with what is no set of keys", answering({ keys: "key" })],
  ["answers with a JSON that is nothing", answering("null")],
  ["cuts its answer off", (response) => response.socket?.destroy()],
];

describe("where the server of the keys", () => {
  test.each(failures)(
    "%s at first, callers are unknown, it is left alone for five seconds, and then all is well",
    async (_what, answer) => {
      keyServer.answer = answer;
      const first = [await asked(), await asked(), await asked(next, "nobody")];
      const requests = keyServer.requests;

      keyServer.answer = answering(issuer.keys);
      elapsed += 6 * SECOND;
      const later = [await asked(), await asked(next, "nobody")];

      expect(first).toEqual([UNKNOWN, UNKNOWN, UNKNOWN]);
      expect(requests).toBe(1);
      expect(later).toEqual([KNOWN, REFUSED]);
    },
  );

  test.each(failures)("%s later, the keys that are known stay in use", async (_what, answer) => {
    await asked();
    keyServer.answer = answer;
    elapsed += 11 * MINUTE;

    const answers = [await asked()];
    await until(async () => keyServer.requests === 2);
    answers.push(await asked(), await asked());

    expect(answers).toEqual([KNOWN, KNOWN, KNOWN]);
  });

  test.each<[what: string, answer: Answering]>([
    ["never answers", hanging],
    ["never ends its answer", stalling],
  ])(
    "%s, callers are unknown after five seconds",
    async (_what, answer) => {
      keyServer.answer = answer;
      const begun = performance.now();

      const first = await asked();

      expect(first).toBe(UNKNOWN);
      expect(performance.now() - begun).toBeGreaterThan(4_500);
      expect([await asked(), keyServer.requests]).toEqual([UNKNOWN, 1]);
    },
    15_000,
  );

  test("is away at first, callers are unknown until it is back", async () => {
    await keyServer.goAway();
    const away = [await asked(), await asked()];
    await keyServer.comeBack();

    const cooling = await asked();
    elapsed += 6 * SECOND;
    const back = await asked();

    expect([...away, cooling, back]).toEqual([UNKNOWN, UNKNOWN, UNKNOWN, KNOWN]);
  });

  test("is away for an hour, the keys that are known stay in use, and a new one is unknown until it is back", async () => {
    await asked();
    await keyServer.goAway();
    elapsed += 60 * MINUTE;
    const away = [await asked(), await asked(next), await asked()];

    await keyServer.comeBack();
    keyServer.answer = answering({ keys: [...issuer.keys.keys, ...next.keys.keys] });
    elapsed += 6 * SECOND;
    const back = [await asked(), await asked(next)];

    expect(away).toEqual([KNOWN, UNKNOWN, KNOWN]);
    expect(back).toEqual([KNOWN, KNOWN]);
  });
});

describe("keys that are given", () => {
  test("are those that tokens are verified with", async () => {
    callers = new TokenCallers(givenKeys(JSON.stringify(issuer.keys)), EXPECTED);

    expect([await asked(), await asked(next)]).toEqual([KNOWN, REFUSED]);
  });

  test.each<[what: string, keys: () => unknown]>([
    ["none", () => ({ keys: [] })],
    ["a private key", async () => ({ keys: [await issuer.privateJwk()] })],
    ["a private key beside a public one", async () => ({ keys: [issuer.publicKey, await next.privateJwk()] })],
    ["a secret", () => ({ keys: [{ kty: "oct", k: "c2VjcmV0", alg: "HS256" }] })],
    ["no set", () => issuer.publicKey],
    ["a list", () => [issuer.publicKey]],
    ["null", () => null],
  ])("are refused where they are %s", async (_what, keys) => {
    const json = JSON.stringify(await keys());

    expect(() => givenKeys(json)).toThrow();
  });
});

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setImmediate(resolve));
}
