import { existsSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { type CommandDatabase, openCommandDatabase } from "../support/command-database.js";
import { namesake } from "../support/command-line.js";
import { RunningService } from "../support/running-service.js";

let database: CommandDatabase;

beforeAll(async () => {
  database = await openCommandDatabase("template0");
});

afterAll(() => database.close());

const tables = async () =>
  (await database.client.query("SELECT count(*)::int AS count FROM pg_tables WHERE schemaname = 'public'")).rows[0]
    .count;

describe("migrating", () => {
  test("is needed before accounts are imported", async () => {
    const { code, err } = await database.run(["import", "-"], { input: "enterprise_name\nAcme\n" });

    expect(code).toBe(1);
    expect(err).toMatch(/^The database lacks \d migrations: run `namesake migrate` first\.\n$/);
  });

  test("is announced by a check that writes nothing, done, and then no longer pending", async () => {
    const before = await database.run(["migrate", "--check", "--json"]);
    const untouched = await tables();
    const done = await database.run(["migrate", "--json"]);
    const after = await database.run(["migrate", "--check"]);
    const again = await database.run(["migrate"]);

    expect([before.code, untouched]).toEqual([3, 0]);
    expect(JSON.parse(done.out).migrations).toEqual(JSON.parse(before.out).pending);
    expect(after).toMatchObject({ code: 0, out: "The schema is up to date.\n", err: "" });
    expect(again).toMatchObject({ code: 0, out: "The schema is up to date: nothing was pending.\n" });
  });

  test("is checked without making an embedded server", async () => {
    const directory = database.path("none");

    const { code } = await namesake(["migrate", "--check"], { env: { NAMESAKE_DATA_DIR: directory } });

    expect(code).toBe(3);
    expect(existsSync(directory)).toBe(false);
  });
});

describe("the settings in force", () => {
  const SECRETS = "postgres://user:hunter2@db.example/namesake?sslmode=require&password=hunter2";

  test("are shown with where they are from, and without what opens the database", async () => {
    await database.write(".env", "PORT=4001\nLOG_LEVEL=debug\nHOST=0.0.0.0\n");

    const { code, out } = await namesake(["config", "--json"], {
      env: { DATABASE_URL: SECRETS, LOG_LEVEL: "warn", HOST: "" },
      cwd: database.path("."),
    });

    expect(code).toBe(0);
    expect(JSON.parse(out).settings).toMatchObject([
      { name: "HOST", value: "127.0.0.1", source: "default" },
      { name: "PORT", value: 4001, source: ".env" },
      {
        name: "DATABASE_URL",
        value: "postgres://user:***@db.example/namesake?sslmode=require&password=***",
        source: "environment",
      },
      { name: "NAMESAKE_DATA_DIR", source: "default" },
      { name: "PREPARED_STATEMENTS", value: "on", source: "default" },
      { name: "DATABASE_CONNECTIONS", value: 10, source: "default" },
      { name: "IDEMPOTENCY_KEY_DAYS", value: 30, source: "default" },
      { name: "DRAIN_SECONDS", value: 1, source: "default" },
      { name: "PAGES", value: "on", source: "default" },
      { name: "AUTH_ISSUER", value: null, source: "default" },
      { name: "AUTH_AUDIENCE", value: null, source: "default" },
      { name: "AUTH_JWKS_URL", value: null, source: "default" },
      { name: "AUTH_JWKS", value: null, source: "default" },
      { name: "REQUESTS_AT_ONCE", value: 20, source: "default" },
      {
        name: "QUERY_LIMITS",
        value: "tokens=5000,depth=20,rootFields=20,aliases=100,repeats=20,directives=50,cost=200000",
        source: "default",
      },
      { name: "RATE_LIMIT_PER_CALLER", value: "off", source: "default" },
      { name: "RATE_LIMIT_PER_ADDRESS", value: "off", source: "default" },
      { name: "TRUST_PROXY", value: "off", source: "default" },
      { name: "CORS_ORIGINS", value: null, source: "default" },
      { name: "TRUSTED_DOCUMENTS", value: "off", source: "default" },
      { name: "TRUSTED_DOCUMENTS_MANIFEST", value: null, source: "default" },
      { name: "LOG_LEVEL", value: "warn", source: "environment" },
    ]);
    expect(out).not.toContain("hunter2");
  });

  test("say whose tokens are trusted, and keep keys that were given to themselves", async () => {
    const AUTH = { AUTH_ISSUER: "https://issuer.example", AUTH_AUDIENCE: "namesake" };
    const shown = async (env: Record<string, string>) =>
      JSON.parse((await namesake(["config", "--json"], { env })).out).settings.flatMap(
        ({ name, value }: { name: string; value: unknown }) => (name.startsWith("AUTH_") ? [value] : []),
      );

    const url = await shown({ ...AUTH, AUTH_JWKS_URL: "https://issuer.example/keys" });
    const file = await shown({ ...AUTH, AUTH_JWKS: database.path("keys.json") });
    const given = await shown({ ...AUTH, AUTH_JWKS: '{"keys":[]}' });

    const trusted = ["https://issuer.example", "namesake"];
    expect(url).toEqual([...trusted, "https://issuer.example/keys", null]);
    expect(file).toEqual([...trusted, null, database.path("keys.json")]);
    expect(given).toEqual([...trusted, null, "given"]);
  });

  test.each([["config"], ["migrate"], ["export", "--master", "x"]])(
    "end %s with 78 where they cannot be",
    async (...parameters) => {
      const { code, out, err } = await namesake(parameters, { env: { PORT: "x" } });

      expect({ code, out }).toEqual({ code: 78, out: "" });
      expect(err).toMatch(/^Invalid settings: PORT .*\n$/);
    },
  );
});

describe("the command line", () => {
  test.each([
    ["that is open to a network", { HOST: "0.0.0.0" }, /^Without AUTH_ISSUER .*\n$/],
    ["that is told to ask for tokens by halves", { AUTH_ISSUER: "https://issuer.example" }, /^Invalid settings: AUTH_/],
    [
      "that is given no keys",
      { AUTH_ISSUER: "https://issuer.example", AUTH_AUDIENCE: "namesake", AUTH_JWKS: '{"keys":"secret"}' },
      /^AUTH_JWKS is no JSON Web Key Set of public keys, [^"]*\n$/,
    ],
  ])("ends a service with 78 %s", async (_what, env, problem) => {
    const { code, out, err } = await namesake(["serve"], { env: { PORT: "0", DATABASE_URL: database.url, ...env } });

    expect({ code, out }).toEqual({ code: 78, out: "" });
    expect(err).toMatch(problem);
  });

  test("serves as the service does", async () => {
    const service = RunningService.spawn(
      { PORT: "0", DATABASE_URL: database.url, PAGES: "off" },
      "dist/src/cli/namesake.js",
      "serve",
    );
    const url = await service.listening();

    service.signal("SIGTERM");

    expect(await service.ended()).toBe(0);
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/graphql$/);
    expect(service.out.split("\n")).toHaveLength(3);
  });

  test("plays the demo", async () => {
    const { code, out } = await namesake(["demo"]);

    expect(code).toBe(0);
    expect(out.match(/ yes$/gm)).toHaveLength(10);
  });

  test("names its commands and its exit codes", async () => {
    const { code, out } = await namesake(["--help"]);

    expect(code).toBe(0);
    for (const command of ["serve", "migrate", "import", "export", "preview", "commit", "demo", "config"]) {
      expect(out).toMatch(new RegExp(`^  ${command}\\b`, "m"));
    }
    for (const exitCode of [0, 1, 2, 3, 78, 130]) expect(out).toMatch(new RegExp(`^  ${exitCode} `, "m"));
  });

  test.each([[["nothing"]], [["import", "-", "--nothing"]], [["config", "nothing"]]])(
    "takes %j for a mistake",
    async (parameters) => {
      const { code, out } = await namesake(parameters);

      expect({ code, out }).toEqual({ code: 2, out: "" });
    },
  );

  test("says in one line that its database cannot be reached, without the password", async () => {
    const { code, err } = await namesake(["migrate", "--json"], {
      env: { DATABASE_URL: "postgres://a:hunter2@127.0.0.1:1/x" },
    });

    expect(code).toBe(1);
    expect(JSON.parse(err).error).toMatchObject({
      code: "UNAVAILABLE",
      message: expect.stringContaining("DATABASE_URL"),
    });
    expect(err).not.toContain("hunter2");
  });
});
