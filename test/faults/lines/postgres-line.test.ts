import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import pg from "pg";
import { PostgresLine } from "../../../faults/src/lines/postgres-line.js";
import { createTestDatabase, type TestDatabase } from "../../support/test-database.js";

describe("a line to PostgreSQL", () => {
  let database: TestDatabase;
  let line: PostgresLine;
  let client: pg.Client;

  beforeEach(async () => {
    database = await createTestDatabase();
    const { hostname, port } = new URL(database.url);
    line = await PostgresLine.to({ host: hostname, port: Number(port) });
    client = new pg.Client({ connectionString: line.through(database.url), application_name: "a client" });
    client.on("error", () => {});
    await client.connect();
  });

  afterEach(async () => {
    await client.end().catch(() => undefined);
    await line.close();
    await database.drop();
  });

  test("tells each statement before it runs and after it has ended", async () => {
    const told: string[] = [];
    line.hooks = {
      beforeStatement: (_session, { text }) => void told.push(`before ${text}`),
      afterStatement: (_session, { text }) => void told.push(`after ${text}`),
    };

    await client.query("SELECT 1; SELECT 2");
    await client.query("SELECT $1::int", [3]);

    expect(told).toEqual([
      "before SELECT 1; SELECT 2",
      "after SELECT 1; SELECT 2",
      "before SELECT $1::int",
      "after SELECT $1::int",
    ]);
  });

  test("tells a prepared statement's text also where only its name is sent", async () => {
    const told: string[] = [];
    line.hooks = { beforeStatement: (_session, { text }) => void told.push(text) };

    await client.query({ name: "one", text: "SELECT $1::int", values: [1] });
    await client.query({ name: "two", text: "SELECT $1::text", values: [2] });
    await client.query({ name: "one", text: "SELECT $1::int", values: [3] });

    expect(told).toEqual(["SELECT $1::int", "SELECT $1::text", "SELECT $1::int"]);
  });

  test("knows whose session it is, and whether it is in a transaction", async () => {
    const [session] = line.sessions;
    const standing = [session?.transaction];

    await client.query("BEGIN");
    standing.push(session?.transaction);
    await client.query("SELECT 1 / 0").catch(() => undefined);
    standing.push(session?.transaction);
    await client.query("ROLLBACK");

    expect(session?.applicationName).toBe("a client");
    expect(standing).toEqual(["idle", "in transaction", "failed"]);
    expect(session?.transaction).toBe("idle");
    expect(session?.statements).toBe(3);
  });

  test("keeps a statement from the database while the hook before it waits", async () => {
    let release: () => void = () => {};
    line.hooks = { beforeStatement: () => new Promise((resolve) => (release = resolve)) };

    const answer = client.query("CREATE TABLE held ()");
    const before = await tables(database);
    release();
    await answer;

    expect(before).not.toContain("held");
    expect(await tables(database)).toContain("held");
  });

  test("loses a statement that is cut before it", async () => {
    line.hooks = { beforeStatement: ({ connection }) => connection.cut("reset") };

    await expect(client.query("CREATE TABLE lost ()")).rejects.toThrow();

    expect(await tables(database)).not.toContain("lost");
  });

  test("loses the answer to a COMMIT, and nothing else", async () => {
    line.hooks = { afterStatement: ({ connection }, { text }) => void (text === "COMMIT" && connection.cut("reset")) };

    await client.query("BEGIN");
    await client.query("CREATE TABLE kept ()");
    await expect(client.query("COMMIT")).rejects.toThrow();

    expect(await tables(database)).toContain("kept");
  });

  test("carries answers larger than any buffer", async () => {
    const { rows } = await client.query("SELECT repeat('x', 3000000) AS text FROM generate_series(1, 3)");

    expect(rows.map(({ text }) => text.length)).toEqual([3_000_000, 3_000_000, 3_000_000]);
  });

  test("forgets a session that has ended", async () => {
    await client.end();
    while (line.connections.size > 0) await new Promise((resolve) => setTimeout(resolve, 1));

    expect(line.sessions.size).toBe(0);
  });
});

/** Seen by a session of its own, past the line. */
async function tables(database: TestDatabase): Promise<string[]> {
  const client = new pg.Client(database.url);
  await client.connect();
  const { rows } = await client.query("SELECT relname FROM pg_class WHERE relkind = 'r'");
  await client.end();
  return rows.map(({ relname }) => relname);
}
