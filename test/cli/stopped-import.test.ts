import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import pg from "pg";
import { type CommandDatabase, openCommandDatabase } from "../support/command-database.js";
import { namesake } from "../support/command-line.js";
import { RunningService } from "../support/running-service.js";

const COUNT = 3_000;
const GROUP = [
  "reference,enterprise_name,master_reference\nG,Acme Group,\n",
  ...Array.from({ length: COUNT - 1 }, (_, index) => `m${index},Acme ${index},G\n`),
].join("");

let database: CommandDatabase;

beforeAll(async () => {
  database = await openCommandDatabase();
});

afterAll(() => database.close());

beforeEach(() => database.empty());

const count = async () => {
  const { rows } = await database.client.query(
    "SELECT count(*)::int AS all, count(DISTINCT reference)::int AS known FROM enterprise_accounts",
  );
  return rows[0];
};

/** Until some of it is there, and not yet all. */
const underWay = async () => {
  while ((await count()).all === 0);
};

describe("an import that is stopped", () => {
  test("by a kill keeps whole batches, and is completed by running it again", async () => {
    const file = await database.write("group.csv", GROUP);
    const killed = database.start(["import", file, "--batch-size", "10"]);
    await underWay();

    killed.signal("SIGKILL");
    const { signal } = await killed.outcome;
    const left = await count();
    const { code, out } = await database.run(["import", file]);

    expect(signal).toBe("SIGKILL");
    expect(left.all % 10).toBe(0);
    expect(left.all).toBeLessThan(COUNT);
    expect({ code, out }).toEqual({
      code: 0,
      out: `${COUNT} lines: ${COUNT - left.all} added, ${left.all} present before.\n`,
    });
    expect(await count()).toEqual({ all: COUNT, known: COUNT });
  });

  test.each(["SIGINT", "SIGTERM"] as const)("by %s finishes its batch, and says how to go on", async (signal) => {
    const file = await database.write("group.csv", GROUP);
    const stopped = database.start(["import", file, "--batch-size", "10", "--json"]);
    await underWay();

    stopped.signal(signal);
    const { code, out, err } = await stopped.outcome;

    const { added, interrupted } = JSON.parse(out);
    expect({ code, interrupted }).toEqual({ code: 130, interrupted: true });
    expect(err).toMatch(/^Interrupted\. .* Run the same command again to go on/);
    expect(await count()).toEqual({ all: added, known: added });
    expect(added).toBeLessThan(COUNT);
  });

  test("ends also where standard input says nothing any more", async () => {
    const stopped = database.start(["import", "-", "--batch-size", "1"]);
    stopped.process.stdin?.write("reference,enterprise_name\nG,Acme Group\nH,Acme Group\n");
    await underWay();

    stopped.signal("SIGINT");

    expect((await stopped.outcome).code).toBe(130);
  });

  test("by the end of its database says so in one line, without a statement", async () => {
    const file = await database.write("group.csv", GROUP);
    await database.run(["import", "-"], { input: "reference,enterprise_name\nG,Acme Group\n" });
    const holder = new pg.Client(database.url);
    await holder.connect();
    await holder.query("BEGIN; SELECT FROM enterprise_accounts FOR UPDATE");
    const stopped = database.start(["import", file]);
    const waiting = "FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";
    while ((await database.client.query(`SELECT ${waiting}`)).rowCount === 0);
    const server = new pg.Client(process.env.TEST_SERVER_URL);
    await server.connect();
    const { pathname } = new URL(database.url);
    const allowConnections = (allowed: boolean) =>
      server.query(`ALTER DATABASE ${pathname.slice(1)} ALLOW_CONNECTIONS ${allowed}`);
    await allowConnections(false);
    await database.client.query(`SELECT pg_terminate_backend(pid) ${waiting}`);

    const { code, err } = await stopped.outcome;

    await allowConnections(true);
    await server.end();
    await holder.end();
    expect(code).toBe(1);
    // object_not_in_prerequisite_state: a connection that is not allowed.
    expect(err).toMatch(/^The database no longer answers \(55000\)\.\n$/);
  });
});

test("an import beside the service uses the service's embedded PostgreSQL, and leaves it running", async () => {
  const directory = await mkdtemp(join(tmpdir(), "namesake-beside-"));
  const env = { NAMESAKE_DATA_DIR: directory, LOG_LEVEL: "silent" };
  const service = RunningService.spawn({ ...env, PORT: "0" });
  const url = await service.listening();

  const { code } = await namesake(["import", "-"], { env, input: "enterprise_name,reference\nAcme Group,G\n" });
  const answer = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query: "{ enterpriseAccounts { nodes { reference } } }" }),
  });

  expect(code).toBe(0);
  expect(await answer.json()).toEqual({ data: { enterpriseAccounts: { nodes: [{ reference: "G" }] } } });
  service.signal("SIGTERM");
  expect(await service.ended()).toBe(0);
  const alone = await namesake(["import", "-", "--json"], { env, input: "enterprise_name,reference\nAcme Group,G\n" });
  expect(JSON.parse(alone.out)).toMatchObject({ added: 0, present: 1 });
  await rm(directory, { recursive: true });
});
