import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import pg from "pg";
import { namesake } from "../../support/command-line.js";
import { RunningService } from "../../support/running-service.js";
import { asServiceRole, createTestDatabase, SERVICE_ROLE, type TestDatabase } from "../../support/test-database.js";

let database: TestDatabase;
let service: RunningService;
let client: pg.Client;

beforeAll(async () => {
  database = await createTestDatabase("template0");
  await namesake(["migrate", "--grant-to", SERVICE_ROLE], { env: { DATABASE_URL: database.url } });
  const url = asServiceRole(database.url);
  service = RunningService.spawn({ PORT: "0", DATABASE_URL: url, LOG_LEVEL: "silent", PAGES: "off" });
  await ask('mutation { registerMasterAccount(input: { enterpriseName: "Acme Ltd" }) { __typename } }');
  client = new pg.Client(url);
  await client.connect();
});

afterAll(async () => {
  await client.end();
  service.signal("SIGTERM");
  await service.ended();
  await database.drop();
});

async function ask(query: string) {
  const headers = { "content-type": "application/json" };
  const answer = await fetch(await service.listening(), { method: "POST", headers, body: JSON.stringify({ query }) });
  return answer.json();
}

const TABLES = ["enterprise_accounts", "account_groups", "current_accounts"];

describe("a role that owns nothing", () => {
  test("is what the service needs", async () => {
    const answer = await ask("{ enterpriseAccounts { nodes { enterpriseName } } }");

    expect(answer).toEqual({ data: { enterpriseAccounts: { nodes: [{ enterpriseName: "Acme Ltd" }] } } });
  });

  test.each(TABLES)("sees nothing in %s without naming groups, and all of it with them", async (table) => {
    const count = async () => Number((await client.query(`SELECT count(*) FROM ${table}`)).rows[0].count);
    const unnamed = await count();
    await client.query("BEGIN; SET LOCAL namesake.groups = '*'");
    const named = await count();
    await client.query("COMMIT");

    expect([unnamed, named, await count()]).toEqual([0, 1, 0]);
  });

  test.each([
    "UPDATE authentication_history SET recorded_at = now()",
    "DELETE FROM authentication_history",
    "UPDATE authentication_snapshots SET recorded_by = 'somebody else'",
    "DELETE FROM authentication_snapshots",
    "UPDATE synchronizations SET committed_at = now()",
    "DELETE FROM synchronizations",
    "DELETE FROM enterprise_accounts",
    "UPDATE enterprise_accounts SET group_id = id",
    "ALTER TABLE enterprise_accounts DISABLE ROW LEVEL SECURITY",
    "CREATE TABLE anything ()",
  ])("may not %s", async (statement) => {
    await expect(client.query(statement)).rejects.toMatchObject({ code: "42501" });
  });
});
