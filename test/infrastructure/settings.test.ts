import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { parseEnv } from "node:util";
import { describe, expect, test } from "@jest/globals";
import { DEFAULT_QUERY_LIMITS } from "../../src/infrastructure/request-settings.js";
import { type AuthSettings, readSettings, type Settings } from "../../src/infrastructure/settings.js";
import { StartupError } from "../../src/infrastructure/startup-error.js";

const defaults: Settings = {
  host: "127.0.0.1",
  port: 4000,
  databaseUrl: null,
  dataDirectory: resolve(".namesake"),
  preparedStatements: true,
  databaseConnections: 10,
  idempotencyKeyDays: 30,
  drainSeconds: 1,
  pages: true,
  auth: null,
  requestsAtOnce: 100,
  queryLimits: DEFAULT_QUERY_LIMITS,
  rateLimits: { perCaller: null, perAddress: null },
  trustProxy: null,
  corsOrigins: [],
  trustedDocuments: { mode: "off" },
  logLevel: "info",
};

const databaseUrl = "postgresql://namesake:secret@db.example:5432/namesake?sslmode=require";

const given: readonly [name: string, value: string, settings: Partial<Settings>][] = [
  ["HOST", "0.0.0.0", { host: "0.0.0.0" }],
  ["HOST", "::1", { host: "::1" }],
  ["HOST", "localhost", { host: "localhost" }],
  ["PORT", "0", { port: 0 }],
  ["PORT", "65535", { port: 65_535 }],
  ["DATABASE_URL", databaseUrl, { databaseUrl }],
  ["DATABASE_URL", "postgres:///namesake", { databaseUrl: "postgres:///namesake" }],
  ["NAMESAKE_DATA_DIR", "data", { dataDirectory: resolve("data") }],
  ["NAMESAKE_DATA_DIR", resolve("/srv/namesake"), { dataDirectory: resolve("/srv/namesake") }],
  ["PREPARED_STATEMENTS", "on", { preparedStatements: true }],
  ["PREPARED_STATEMENTS", "off", { preparedStatements: false }],
  ["DATABASE_CONNECTIONS", "1", { databaseConnections: 1 }],
  ["IDEMPOTENCY_KEY_DAYS", "365", { idempotencyKeyDays: 365 }],
  ["DRAIN_SECONDS", "0", { drainSeconds: 0 }],
  ["REQUESTS_AT_ONCE", "5000", { requestsAtOnce: 5_000 }],
  ["LOG_LEVEL", "silent", { logLevel: "silent" }],
  ["QUERY_LIMITS", "depth=12, cost=5000", { queryLimits: { ...DEFAULT_QUERY_LIMITS, depth: 12, cost: 5_000 } }],
  ["RATE_LIMIT_PER_CALLER", "60", { rateLimits: { perCaller: 60, perAddress: null } }],
  ["RATE_LIMIT_PER_ADDRESS", "off", { rateLimits: { perCaller: null, perAddress: null } }],
  ["TRUST_PROXY", "2", { trustProxy: 2 }],
  ["TRUST_PROXY", "10.0.0.0/8, ::1", { trustProxy: ["10.0.0.0/8", "::1"] }],
  [
    "CORS_ORIGINS",
    "https://app.example.com, http://localhost:5173",
    { corsOrigins: ["https://app.example.com", "http://localhost:5173"] },
  ],
  ["TRUSTED_DOCUMENTS", "off", { trustedDocuments: { mode: "off" } }],
];

const trust = { AUTH_ISSUER: "https://issuer.example", AUTH_AUDIENCE: "namesake" };
const trusted = { issuer: "https://issuer.example", audience: "namesake" };

const keys: readonly [name: string, value: string, keys: AuthSettings["keys"]][] = [
  ["AUTH_JWKS_URL", "https://issuer.example/keys", { url: new URL("https://issuer.example/keys") }],
  ["AUTH_JWKS_URL", "http://127.0.0.1:8080/keys", { url: new URL("http://127.0.0.1:8080/keys") }],
  ["AUTH_JWKS", '{"keys":[]}', { json: '{"keys":[]}' }],
  ["AUTH_JWKS", ' {"keys":[]}', { json: ' {"keys":[]}' }],
  ["AUTH_JWKS", "keys.json", { file: resolve("keys.json") }],
];

/** Some of what says whose tokens to trust, or too much of it. */
const untrusting: readonly NodeJS.ProcessEnv[] = [
  { AUTH_ISSUER: "https://issuer.example" },
  { AUTH_AUDIENCE: "namesake" },
  { AUTH_JWKS: "keys.json" },
  { AUTH_JWKS_URL: "https://issuer.example/keys" },
  trust,
  { ...trust, AUTH_ISSUER: "", AUTH_JWKS: "keys.json" },
  { ...trust, AUTH_AUDIENCE: "", AUTH_JWKS: "keys.json" },
  { ...trust, AUTH_JWKS: "keys.json", AUTH_JWKS_URL: "https://issuer.example/keys" },
];

const wrong: readonly [name: string, value: string, problem: string][] = [
  ["HOST", "http://localhost", 'HOST must be a host name or an address, not "http://localhost"'],
  ["HOST", " ", 'HOST must be a host name or an address, not " "'],
  ["PORT", "65536", 'PORT must be a whole number from 0 to 65535, not "65536"'],
  ["PORT", "-1", 'PORT must be a whole number from 0 to 65535, not "-1"'],
  ["PORT", "4000.5", 'PORT must be a whole number from 0 to 65535, not "4000.5"'],
  ["PORT", "0x10", 'PORT must be a whole number from 0 to 65535, not "0x10"'],
  ["PORT", "http", 'PORT must be a whole number from 0 to 65535, not "http"'],
  ["DATABASE_URL", "mysql://a:secret@db/a", "DATABASE_URL must be a URL that begins with postgres:// or postgresql://"],
  [
    "DATABASE_URL",
    "postgres://a:se#cret@db/a",
    "DATABASE_URL must be a URL that begins with postgres:// or postgresql://",
  ],
  ["DATABASE_URL", "secret", "DATABASE_URL must be a URL that begins with postgres:// or postgresql://"],
  ["AUTH_JWKS_URL", "keys.json", 'AUTH_JWKS_URL must be a URL that begins with https:// or http://, not "keys.json"'],
  ["AUTH_JWKS_URL", "file:///k", 'AUTH_JWKS_URL must be a URL that begins with https:// or http://, not "file:///k"'],
  ...[
    ["depth", "depth"],
    ["depth=0", "depth=0"],
    ["depth=-1", "depth=-1"],
    ["depth=1e3", "depth=1e3"],
    ["cost=5,width=5", "width=5"],
    ["toString=5", "toString=5"],
  ].map(([given, wrong]): [string, string, string] => [
    "QUERY_LIMITS",
    `${given}`,
    `QUERY_LIMITS must be pairs such as depth=20 of tokens, depth, rootFields, aliases, repeats, directives, cost, not "${wrong}"`,
  ]),
  ["QUERY_LIMITS", "cost=5,depth=201", 'QUERY_LIMITS must be at most depth=200, not "depth=201"'],
  ["QUERY_LIMITS", "tokens=10001", 'QUERY_LIMITS must be at most tokens=10000, not "tokens=10001"'],
  ["RATE_LIMIT_PER_CALLER", "0", 'RATE_LIMIT_PER_CALLER must be off or a number of requests in a minute, not "0"'],
  [
    "RATE_LIMIT_PER_ADDRESS",
    "60/s",
    'RATE_LIMIT_PER_ADDRESS must be off or a number of requests in a minute, not "60/s"',
  ],
  ...["on", "true", "0", "10", "proxy.internal", "10.0.0.0/33"].map((given): [string, string, string] => [
    "TRUST_PROXY",
    given,
    `TRUST_PROXY must be off, how many proxies there are, or their addresses, not "${given}"`,
  ]),
  ...[
    "*",
    "null",
    "app.example.com",
    "https://app.example.com/",
    "https://*.example.com",
    "HTTPS://app.example.com",
  ].map((given): [string, string, string] => [
    "CORS_ORIGINS",
    given,
    `CORS_ORIGINS must be origins such as https://app.example.com, none of them *, not "${given}"`,
  ]),
  ["TRUSTED_DOCUMENTS", "on", 'TRUSTED_DOCUMENTS must be off, accept or require, not "on"'],
  ["TRUSTED_DOCUMENTS", "require", "TRUSTED_DOCUMENTS=require needs a TRUSTED_DOCUMENTS_MANIFEST"],
  ["LOG_LEVEL", "loud", 'LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent, not "loud"'],
];

describe("the settings", () => {
  test("have a default each", () => {
    expect(readSettings({})).toEqual(defaults);
  });

  test("count as not set when they are empty", () => {
    const empty = { HOST: "", PORT: "", DATABASE_URL: "", NAMESAKE_DATA_DIR: "", LOG_LEVEL: "" };

    expect(readSettings(empty)).toEqual(defaults);
  });

  test.each(given)("take %s=%s", (name, value, settings) => {
    expect(readSettings({ [name]: value })).toEqual({ ...defaults, ...settings });
  });

  test.each(wrong)("refuse %s=%s", (name, value, problem) => {
    expect(problemOf({ [name]: value })).toEqual(new StartupError(`Invalid settings: ${problem}.`, 78));
  });

  test.each(keys)("trust the tokens whose keys are in %s=%s", (name, value, keys) => {
    expect(readSettings({ ...trust, [name]: value }).auth).toEqual({ ...trusted, keys });
  });

  test.each(untrusting)("refuse to trust by halves: %o", (env) => {
    const problem = "AUTH_ISSUER, AUTH_AUDIENCE and one of AUTH_JWKS_URL and AUTH_JWKS go together";

    expect(problemOf(env)).toEqual(new StartupError(`Invalid settings: ${problem}.`, 78));
  });

  test("limit the rate of requests where callers are known, unless they are told not to", () => {
    const auth = {
      AUTH_ISSUER: "https://issuer.example",
      AUTH_AUDIENCE: "namesake",
      AUTH_JWKS_URL: "https://issuer.example/keys",
    };

    expect(readSettings(auth).rateLimits).toEqual({ perCaller: 6_000, perAddress: 12_000 });
    expect(readSettings({ ...auth, RATE_LIMIT_PER_ADDRESS: "off" }).rateLimits).toEqual({
      perCaller: 6_000,
      perAddress: null,
    });
  });

  test("name the file of trusted documents from the working directory on", () => {
    const given = { TRUSTED_DOCUMENTS: "accept", TRUSTED_DOCUMENTS_MANIFEST: "documents.json" };

    expect(readSettings(given).trustedDocuments).toEqual({ mode: "accept", manifest: resolve("documents.json") });
  });

  test("name every problem at once, in one line", () => {
    const problem = problemOf({ HOST: "a b", PORT: "x", DATABASE_URL: "x", LOG_LEVEL: "x" });

    expect(problem?.message).toMatch(/^Invalid settings: HOST .+; PORT .+; DATABASE_URL .+; LOG_LEVEL .+\.$/);
    expect(problem?.exitCode).toBe(78);
  });

  test.each(["mysql://a:secret@db/a", "postgres://a:secret@ /a"])("never show the password in %s", (url) => {
    const problem = problemOf({ DATABASE_URL: url });

    expect(problem).toBeInstanceOf(StartupError);
    expect(JSON.stringify([problem, problem?.message, problem?.stack, problem?.cause])).not.toContain("secret");
  });
});

describe(".env.example", () => {
  test("names exactly the settings that are read", async () => {
    const read = new Set<PropertyKey>();
    readSettings(new Proxy({}, { get: (_, name) => void read.add(name) }));

    expect(Object.keys(await example()).sort()).toEqual([...read].sort());
  });

  test("shows the defaults", async () => {
    expect(readSettings(await example())).toEqual(defaults);
  });

  test("has a comment on each setting", async () => {
    const paragraphs = (await readFile(".env.example", "utf8")).trim().split("\n\n").slice(1);

    expect(paragraphs).toHaveLength(Object.keys(await example()).length);
    for (const paragraph of paragraphs) expect(paragraph).toMatch(/^# .+\.\n[A-Z_]+=.*$/);
  });
});

async function example(): Promise<NodeJS.Dict<string>> {
  return parseEnv(await readFile(".env.example", "utf8"));
}

function problemOf(env: NodeJS.ProcessEnv): StartupError | undefined {
  try {
    readSettings(env);
    return undefined;
  } catch (error) {
    if (error instanceof StartupError) return error;
    throw error;
  }
}
