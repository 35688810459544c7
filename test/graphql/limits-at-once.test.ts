import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import pg from "pg";
import { startTestService, type TestService } from "../support/graphql-service.js";

let service: TestService;
let other: pg.Client;

beforeAll(async () => {
  service = await startTestService({ requestsAtOnce: 2 });
  other = new pg.Client((service.dataSource.options as { url: string }).url);
  await other.connect();
});

afterAll(async () => {
  await other.end();
  await service.close();
});

const ask = () => {
  const headers = { "content-type": "application/json" };
  const body = JSON.stringify({ query: "{ enterpriseAccounts { nodes { id } } }" });
  return fetch(service.url, { method: "POST", headers, body });
};

const WAITING = "SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";

describe("more requests than are worked on at once", () => {
  test("are refused after half a second, in the shape of GraphQL, until others are done", async () => {
    await other.query("BEGIN; LOCK TABLE enterprise_accounts IN ACCESS EXCLUSIVE MODE");
    const admitted = [ask(), ask()];
    while ((await service.dataSource.query(WAITING)).length < 2);

    const refused = await ask();

    await other.query("COMMIT");
    expect(refused.status).toBe(503);
    expect(refused.headers.get("retry-after")).toBe("1");
    expect(await refused.json()).toEqual({
      errors: [{ message: expect.any(String), extensions: { code: "SERVICE_UNAVAILABLE" } }],
    });
    expect((await Promise.all(admitted)).map(({ status }) => status)).toEqual([200, 200]);
    expect((await ask()).status).toBe(200);
  });

  test("are answered where others are done before", async () => {
    await other.query("BEGIN; LOCK TABLE enterprise_accounts IN ACCESS EXCLUSIVE MODE");
    const admitted = [ask(), ask()];
    while ((await service.dataSource.query(WAITING)).length < 2);

    const waiting = [ask(), ask(), ask()];
    await other.query("COMMIT");

    const answers = await Promise.all([...admitted, ...waiting]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
  });
});
