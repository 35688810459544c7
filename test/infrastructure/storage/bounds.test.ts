import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import pg from "pg";
import type { UnitOfWork } from "../../../src/application/unit-of-work.js";
import type { EnterpriseAccount } from "../../../src/domain/enterprise-account.js";
import { type Bounds, REQUEST_BOUNDS, settingBounds } from "../../../src/infrastructure/storage/bounds.js";
import { TypeormStorage } from "../../../src/infrastructure/storage/typeorm-storage.js";
import { Given } from "../../support/given.js";
import { OPERATOR } from "../../support/operator.js";
import { openTestStorage, type TestStorage } from "../../support/test-storage.js";

const SHORT: Bounds = { request: 2_000, boundary: 1_000, statement: 300, lock: 100, idle: 200 };

let storage: TestStorage;
let given: Given;
let other: pg.Client;
let processId: number;
let master: EnterpriseAccount;

beforeAll(async () => {
  storage = await openTestStorage();
  given = new Given(storage);
  other = new pg.Client((storage.dataSource.options as { url: string }).url);
  await other.connect();
  processId = (await other.query("SELECT pg_backend_pid() AS id")).rows[0].id;
  master = await given.master("Acme Ltd");
});

afterAll(async () => {
  await other.end();
  await storage.close();
});

beforeEach(() => other.query("ROLLBACK"));

/** For one request, from now on. */
function unitOfWork(bounds: Partial<Bounds> = {}): UnitOfWork {
  const { served, heldToGroups } = storage;
  return new TypeormStorage(served, {
    preparedStatements: true,
    heldToGroups,
    bounds: { ...SHORT, ...bounds },
  }).unitOfWorkOf(OPERATOR);
}

const UNAVAILABLE = { name: "StorageUnavailable" };

/** What the server does in this database for others than the two that look on. */
function atWork(): Promise<readonly unknown[]> {
  return storage.dataSource.query(
    `SELECT FROM pg_stat_activity
    WHERE datname = current_database() AND pid NOT IN (pg_backend_pid(), $1) AND state <> 'idle'`,
    [processId],
  );
}

describe("what takes too long is given up, and nothing of it stays at the server:", () => {
  test("a change that waits for another's lock", async () => {
    await other.query("BEGIN; SELECT FROM account_groups FOR UPDATE");

    const change = unitOfWork().write(({ accounts }) => accounts.lockGroupOf(master.id));

    await expect(change).rejects.toMatchObject({ ...UNAVAILABLE, cause: { code: "55P03" } });
    expect(await atWork()).toEqual([]);
  });

  test("a statement of a transaction", async () => {
    await other.query("BEGIN; LOCK TABLE enterprise_accounts IN ACCESS EXCLUSIVE MODE");

    const read = unitOfWork({ lock: 10_000 }).read(({ accounts }) => accounts.find(master.id));

    await expect(read).rejects.toMatchObject({ ...UNAVAILABLE, cause: { code: "57014" } });
    expect(await atWork()).toEqual([]);
  });

  test("a question without a transaction, which the server is asked to end", async () => {
    await other.query("BEGIN; LOCK TABLE enterprise_accounts IN ACCESS EXCLUSIVE MODE");

    const question = unitOfWork().ask(({ accounts }) => accounts.find(master.id));

    await expect(question).rejects.toMatchObject(UNAVAILABLE);
    while ((await atWork()).length > 0);
  });

  test("a transaction whose client says nothing any more", async () => {
    let attempts = 0;

    const change = unitOfWork().write(async ({ accounts }) => {
      attempts += 1;
      await accounts.lockGroupOf(master.id);
      if (attempts === 1) while ((await atWork()).length > 0);
      return accounts.find(master.id);
    });

    expect(await change).toMatchObject({ id: master.id });
    expect(attempts).toBe(2);
  });

  test("a request as a whole, however many statements it is made of", async () => {
    const question = unitOfWork({ request: 300, statement: 5_000 }).ask(async ({ accounts }) => {
      for (;;) await accounts.find(master.id);
    });

    await expect(question).rejects.toMatchObject(UNAVAILABLE);
  });

  test("waiting for a connection", async () => {
    const few = await openTestStorage({ connections: 1 });
    const fewGiven = new Given(few);
    let free = () => {};
    const taken = fewGiven.read(() => new Promise<void>((resolve) => (free = resolve)));

    const question = fewGiven.unitOfWork.ask(({ accounts }) => accounts.find(master.id));

    await expect(question).rejects.toMatchObject(UNAVAILABLE);
    free();
    await taken;
    await few.close();
  });
});

describe("a change whose connection is lost", () => {
  const losing = (begin: string) => `
    CREATE FUNCTION lose_connection() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NEW; END $$;
    CREATE ${begin} FOR EACH ROW EXECUTE FUNCTION lose_connection()`;

  test("at its end may have been made or not", async () => {
    const before = await given.read(({ accounts }) => accounts.revisionOf(master.id));
    await other.query(
      losing("CONSTRAINT TRIGGER lose_connection AFTER UPDATE ON account_groups DEFERRABLE INITIALLY DEFERRED"),
    );

    const change = unitOfWork().write(({ accounts }) => accounts.lockGroupOf(master.id));

    await expect(change).rejects.toMatchObject({ name: "OutcomeUnknown" });
    await other.query("DROP FUNCTION lose_connection CASCADE");
    expect(await given.read(({ accounts }) => accounts.revisionOf(master.id))).toBe(before);
  });

  test("before was not made, and is made anew as long as there is time", async () => {
    await other.query(losing("TRIGGER lose_connection BEFORE UPDATE ON account_groups"));

    const change = unitOfWork().write(({ accounts }) => accounts.lockGroupOf(master.id));

    await expect(change).rejects.toMatchObject({ name: "StorageUnavailable" });
    await other.query("DROP FUNCTION lose_connection CASCADE");
  });
});

describe("the bounds of a transaction", () => {
  const TIMEOUTS =
    "SELECT name, setting FROM pg_settings WHERE name ~ '^(statement|lock|transaction|idle_in_transaction_session)_timeout$' ORDER BY name";

  test("count in it, and leave the connection as it was", async () => {
    const one = await openTestStorage({ connections: 1 });
    const timeouts = async () => (await one.served.query(TIMEOUTS)).map(({ setting }: { setting: string }) => setting);
    const before = await timeouts();

    const statements = await one.statements.withValuesDuring(() => new Given(one).read(async () => undefined));

    const version = Number.parseInt(one.served.driver.version ?? "", 10);
    expect(statements[0]?.text).toContain(settingBounds({ ...REQUEST_BOUNDS, request: 0 }, version).join("; "));
    expect(await timeouts()).toEqual(before);
    expect(new Set(before)).toEqual(new Set(["0"]));
    await one.close();
  });

  test("leave out what PostgreSQL 15 and 16 do not know", () => {
    expect(settingBounds(REQUEST_BOUNDS, 16).join()).not.toContain("transaction_timeout");
    expect(settingBounds(REQUEST_BOUNDS, 17)).toContain("SET LOCAL transaction_timeout = 7500");
  });
});
