import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { parseEnv } from "node:util";
import { describe, expect, test } from "@jest/globals";
import { type AuthSettings, readSettings, type Settings } from "../../src/infrastructure/settings.js";
import { StartupError } from "../../src/infrastructure/startup-error.js";

const defaults: Settings = {
  host: "127.0.0.1",
  port: 4000,
  databaseUrl: null,
  dataDirectory: resolve(".namesake"),
  preparedStatements: true,
  pages: true,
  auth: null,
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
  ["LOG_LEVEL", "silent", { logLevel: "silent" }],
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
    expect(readSettings({ ...trust, [name]: value })).toEqual({ ...defaults, auth: { ...trusted, keys } });
  });

  test.each(untrusting)("refuse to trust by halves: %o", (env) => {
    const problem = "AUTH_ISSUER, AUTH_AUDIENCE and one of AUTH_JWKS_URL and AUTH_JWKS go together";

    expect(problemOf(env)).toEqual(new StartupError(`Invalid settings: ${problem}.`, 78));
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
