import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import pg from "pg";
import { RunningService } from "./support/running-service.js";
import { createTestDatabase, type TestDatabase } from "./support/test-database.js";

let database: TestDatabase;
let directory: string;

beforeAll(async () => {
  database = await createTestDatabase("template0");
  directory = await mkdtemp(join(tmpdir(), "namesake-main-"));
});

afterAll(async () => {
  await database.drop();
  await rm(directory, { recursive: true, force: true });
});

const start = (env: Record<string, string>) => RunningService.spawn({ PORT: "0", DATABASE_URL: database.url, ...env });

const ask = async (url: string, query: string) => {
  const body = JSON.stringify({ query });
  const answer = await fetch(url, { method: "POST", headers: { "content-type": "application/json" }, body });
  return answer.json();
};

describe("the service, as its operator runs it", () => {
  test("says where it listens, logs JSON lines, and ends with 0 on SIGTERM", async () => {
    const service = start({ PAGES: "off" });
    const url = await service.listening();

    const answer = await ask(url, "{ syncPolicy { version } }");
    service.signal("SIGTERM");

    expect(await service.ended()).toBe(0);
    expect(answer).toEqual({ data: { syncPolicy: { version: "2025-02-25" } } });
    expect(service.out).toMatch(/^Namesake listens at http:\/\/127\.0\.0\.1:\d+\/graphql\nOpen: .*\n$/);
    const lines = service.log
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(lines).toContainEqual(expect.objectContaining({ method: "POST", route: "/graphql", status: 200 }));
  });

  test("finishes what is under way when it is told to stop", async () => {
    const service = start({});
    const url = await service.listening();
    const holder = new pg.Client(database.url);
    await holder.connect();
    await holder.query("BEGIN; LOCK TABLE enterprise_accounts IN ACCESS EXCLUSIVE MODE");
    const underWay = ask(url, "{ enterpriseAccounts { nodes { id } } }");
    await waiting(holder);

    service.signal("SIGINT");
    await refused(url);
    await holder.query("COMMIT");

    expect(await underWay).toEqual({ data: { enterpriseAccounts: { nodes: [] } } });
    expect(await service.ended()).toBe(0);
    await holder.end();
  });

  test("starts three times at once on an empty database, which gets one schema", async () => {
    const empty = await createTestDatabase("template0");
    const replicas = [1, 2, 3].map(() => start({ DATABASE_URL: empty.url }));

    const urls = await Promise.all(replicas.map((replica) => replica.listening()));
    const answers = await Promise.all(urls.map((url) => ask(url, "{ enterpriseAccounts { nodes { id } } }")));
    for (const replica of replicas) replica.signal("SIGTERM");

    expect(await Promise.all(replicas.map((replica) => replica.ended()))).toEqual([0, 0, 0]);
    for (const answer of answers) expect(answer).toEqual({ data: { enterpriseAccounts: { nodes: [] } } });
    await empty.drop();
  });

  test("keeps what was registered in its embedded PostgreSQL from one start to the next", async () => {
    const embedded = { DATABASE_URL: "", NAMESAKE_DATA_DIR: join(directory, "kept") };
    const first = start(embedded);
    const registration = 'mutation { registerMasterAccount(input: { enterpriseName: "Kept" }) { __typename } }';
    await ask(await first.listening(), registration);
    first.signal("SIGTERM");
    await first.ended();

    const second = start(embedded);
    const answer = await ask(await second.listening(), "{ enterpriseAccounts { nodes { enterpriseName } } }");
    second.signal("SIGTERM");

    expect(await second.ended()).toBe(0);
    expect(answer).toEqual({ data: { enterpriseAccounts: { nodes: [{ enterpriseName: "Kept" }] } } });
  });
});

describe("what keeps the service from starting", () => {
  let occupied: Server;
  let port: number;

  beforeAll(async () => {
    occupied = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => occupied.once("listening", resolve));
    port = (occupied.address() as { port: number }).port;
    await writeFile(join(directory, "a-file"), "");
  });

  afterAll(() => {
    occupied.close();
  });

  const elsewhere = (change: (url: URL) => void) => {
    const url = new URL(database.url);
    change(url);
    return url.href;
  };

  test.each([
    ["settings that cannot be, all of them", () => ({ PORT: "x", LOG_LEVEL: "loud" }), 78, /PORT.*LOG_LEVEL/],
    ["a host that is not this machine's", () => ({ HOST: "192.0.2.1" }), 78, /HOST/],
    ["a port in use", () => ({ PORT: `${port}` }), 1, /PORT/],
    [
      "a database that nothing listens for",
      () => ({ DATABASE_URL: `postgres://a:secret@127.0.0.1:${port + 1}/x` }),
      1,
      /DATABASE_URL/,
    ],
    [
      "a database that does not exist",
      () => ({ DATABASE_URL: elsewhere((url) => (url.pathname = "/nowhere")) }),
      1,
      /DATABASE_URL/,
    ],
    [
      "a user that does not exist",
      () => ({ DATABASE_URL: elsewhere((url) => (url.username = "nobody-here")) }),
      1,
      /DATABASE_URL/,
    ],
    [
      "a data directory that cannot be",
      () => ({ DATABASE_URL: "", NAMESAKE_DATA_DIR: join(directory, "a-file", "data") }),
      1,
      /NAMESAKE_DATA_DIR/,
    ],
  ])("is said in one line: %s", async (_, env, exitCode, naming) => {
    const service = start({ LOG_LEVEL: "silent", ...env() });

    expect(await service.ended()).toBe(exitCode);
    expect(service.log).toMatch(naming);
    expect(service.log.trim().split("\n")).toHaveLength(1);
    expect(service.log).not.toContain("secret");
    expect(service.out).toBe("");
  });
});

/** Until another session waits for a lock. */
async function waiting(client: pg.Client): Promise<void> {
  const query = "SELECT count(*)::int AS waiting FROM pg_stat_activity WHERE wait_event_type = 'Lock'";
  while ((await client.query(query)).rows[0].waiting === 0);
}

/** Until nothing new is let in. */
async function refused(url: string): Promise<void> {
  for (;;) {
    try {
      await fetch(url, { headers: { connection: "close" } });
    } catch {
      return;
    }
  }
}
