import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { Housekeeping } from "../src/housekeeping.js";
import { Given } from "./support/given.js";
import { openTestStorage, type TestStorage } from "./support/test-storage.js";

let storage: TestStorage;

beforeAll(async () => {
  storage = await openTestStorage();
});

afterAll(() => storage.close());

const count = async () => {
  const [{ count }] = await storage.dataSource.query("SELECT count(*)::integer AS count FROM idempotency_keys");
  return count;
};

describe("housekeeping", () => {
  test("forgets the keys that have expired, and ends when it is told to", async () => {
    await new Given(storage).write(({ idempotencyKeys }) =>
      idempotencyKeys.take("key", { fingerprint: "", resultIds: [], at: new Date("2000-01-01") }),
    );
    const reported: unknown[] = [];

    const options = { idempotencyKeyDays: 30, firstAfterMs: 0 };
    const housekeeping = new Housekeeping(storage, (error) => reported.push(error), options);
    while ((await count()) > 0);
    await housekeeping.stop();

    expect(reported).toEqual([]);
  });

  test("reports what goes wrong, and goes on", async () => {
    await storage.dataSource.query("ALTER TABLE idempotency_keys RENAME TO elsewhere");

    let housekeeping: Housekeeping | undefined;
    const reported = await new Promise((resolve) => {
      housekeeping = new Housekeeping(storage, resolve, { idempotencyKeyDays: 30, firstAfterMs: 0 });
    });
    await housekeeping?.stop();

    await storage.dataSource.query("ALTER TABLE elsewhere RENAME TO idempotency_keys");
    expect(reported).toMatchObject({ code: "42P01" });
  });
});
