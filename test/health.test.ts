import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import pg from "pg";
import { RunningService } from "./support/running-service.js";
import { createTestDatabase, type TestDatabase } from "./support/test-database.js";

let database: TestDatabase;
let server: pg.Client;
let service: RunningService;
let url: string;

beforeAll(async () => {
  database = await createTestDatabase();
  server = new pg.Client(process.env.TEST_SERVER_URL);
  await server.connect();
  const settings = { PORT: "0", PAGES: "off", LOG_LEVEL: "silent", DRAIN_SECONDS: "5" };
  service = RunningService.spawn({ ...settings, DATABASE_URL: database.url });
  url = await service.listening();
});

afterAll(async () => {
  service.signal("SIGINT");
  await service.ended();
  await server.end();
  await database.drop();
});

const get = async (path: string) => {
  const response = await fetch(new URL(path, url));
  const { status } = (await response.json()) as { status: string };
  return { http: response.status, status, connection: response.headers.get("connection") };
};

/** What is found holds for a second. */
async function ready(http: number) {
  for (;;) {
    const answer = await get("/readyz");
    if (answer.http === http) return answer;
  }
}

const allowConnections = async (allowed: boolean) => {
  const name = new URL(database.url).pathname.slice(1);
  await server.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS ${allowed}`);
};

const onDatabase = async (statement: string) => {
  const client = new pg.Client(database.url);
  await client.connect();
  await client.query(statement);
  await client.end();
};

describe("a service that runs", () => {
  test("is alive and ready, and keeps connections open", async () => {
    expect(await get("/livez")).toEqual({ http: 200, status: "alive", connection: "keep-alive" });
    expect(await get("/readyz")).toEqual({ http: 200, status: "ready", connection: "keep-alive" });
  });

  test("is not ready as long as its database cannot be reached", async () => {
    await allowConnections(false);

    const away = await ready(503);

    expect(away.status).toBe("database unreachable");
    expect((await get("/livez")).http).toBe(200);
    await allowConnections(true);
    expect((await ready(200)).status).toBe("ready");
  });

  test("is not ready as long as its database lacks a migration", async () => {
    await onDatabase("UPDATE migrations SET name = 'another' WHERE name = 'Accounts0000000000001'");

    const old = await ready(503);

    expect(old.status).toBe("migrations pending");
    await onDatabase("UPDATE migrations SET name = 'Accounts0000000000001' WHERE name = 'another'");
    await ready(200);
  });

  test("is ready where its database has migrations of a later version", async () => {
    await onDatabase("INSERT INTO migrations (timestamp, name) VALUES (9999999999999, 'Later9999999999999')");

    expect((await get("/readyz")).http).toBe(200);
  });
});

describe("a service that is told to stop", () => {
  test("is not ready any more, but answers, each connection for the last time", async () => {
    service.signal("SIGTERM");

    expect(await ready(503)).toEqual({ http: 503, status: "draining", connection: "close" });
    expect(await get("/livez")).toEqual({ http: 200, status: "alive", connection: "close" });
    const headers = { "content-type": "application/json" };
    const body = JSON.stringify({ query: "{ syncPolicy { version } }" });
    const answer = await fetch(url, { method: "POST", headers, body });
    expect(await answer.json()).toHaveProperty("data.syncPolicy.version");
    expect(answer.headers.get("connection")).toBe("close");
    expect(await service.ended()).toBe(0);
  });
});
