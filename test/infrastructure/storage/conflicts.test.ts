import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { Given } from "../../support/given.js";
import { openTestStorage, type TestStorage } from "../../support/test-storage.js";

const TERMINATE_THE_OTHER = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
  WHERE datname = current_database() AND state = 'idle in transaction'`;

let storage: TestStorage;
let given: Given;

beforeAll(async () => {
  storage = await openTestStorage();
  given = new Given(storage);
});

afterAll(() => storage.close());

describe("changes that deadlock", () => {
  test("are both made in the end, the one that the database broke off by another attempt", async () => {
    const [one, other] = [await given.master("Acme Ltd"), await given.master("Beta Ltd")];
    const bothHoldOne = meeting(2);
    let attempts = 0;
    const lockBoth = (first: string, second: string) =>
      given.write(async ({ accounts }) => {
        attempts += 1;
        await accounts.lockGroupOf(first);
        await bothHoldOne();
        return accounts.lockGroupOf(second);
      });

    const locked = await Promise.all([lockBoth(one.id, other.id), lockBoth(other.id, one.id)]);

    expect(attempts).toBe(3);
    expect(locked.map((group) => group?.revision).sort()).toEqual([2, 3]);
    const revisions = await given.read(async ({ accounts }) => [
      await accounts.revisionOf(one.id),
      await accounts.revisionOf(other.id),
    ]);
    expect(revisions).toEqual([3, 3]);
  });
});

describe("a change that another transaction is in the way of", () => {
  describe.each([
    ["while it works", ""],
    ["when it ends", "DEFERRABLE INITIALLY DEFERRED"],
  ])("%s", (_when, deferred) => {
    beforeAll(() =>
      storage.dataSource.query(`
        CREATE SEQUENCE conflicts MINVALUE -100;
        CREATE FUNCTION conflict() RETURNS trigger LANGUAGE plpgsql AS $$
          BEGIN
            IF nextval('conflicts') < 0 THEN RAISE EXCEPTION 'conflict' USING ERRCODE = 'serialization_failure'; END IF;
            RETURN NULL;
          END $$;
        CREATE CONSTRAINT TRIGGER conflict AFTER INSERT ON enterprise_accounts ${deferred}
          FOR EACH ROW EXECUTE FUNCTION conflict();`),
    );

    afterAll(() => storage.dataSource.query("DROP FUNCTION conflict CASCADE; DROP SEQUENCE conflicts"));

    test("is tried five times", async () => {
      await storage.dataSource.query("ALTER SEQUENCE conflicts RESTART WITH -4");

      const master = await given.master("Acme Ltd");

      const found = await given.read(({ accounts }) => accounts.find(master.id));
      expect(found).toStrictEqual(master);
    });

    test("is given up after that, since it cannot be made now", async () => {
      await storage.dataSource.query("ALTER SEQUENCE conflicts RESTART WITH -5");

      const answer = given.master("Acme Ltd");

      await expect(answer).rejects.toMatchObject({ name: "StorageUnavailable", cause: { code: "40001" } });
      await expect(given.master("Acme Ltd")).resolves.toMatchObject({ revision: 1 });
    });
  });
});

describe("a change that fails otherwise", () => {
  test("is not tried again", async () => {
    const master = await given.master("Acme Ltd");
    let attempts = 0;

    const answer = given.write(async ({ accounts }) => {
      attempts += 1;
      await accounts.add([master]);
    });

    await expect(answer).rejects.toMatchObject({ driverError: { code: "23505" } });
    expect(attempts).toBe(1);
  });

  test.each([
    ["is made over another", 1, 2],
    ["is given up after five of them, since it cannot be made now", 5, 5],
  ])("for its connection was lost %s", async (_what, losses, expected) => {
    const master = await given.master("Acme Ltd");
    let attempts = 0;

    const answer = given.write(async ({ accounts }) => {
      attempts += 1;
      await accounts.lockGroupOf(master.id);
      if (attempts <= losses) await storage.dataSource.query(TERMINATE_THE_OTHER);
      return accounts.lockGroupOf(master.id);
    });

    const outcome = await answer.catch((error) => error);
    expect(attempts).toBe(expected);
    expect(outcome).toMatchObject(losses < 5 ? { revision: 3 } : { name: "StorageUnavailable" });
    const revision = await given.read(({ accounts }) => accounts.revisionOf(master.id));
    expect(revision).toBe(losses < 5 ? 3 : 1);
  });
});

/** Lets the first `count` go on when all of them have come, and whoever comes later at once. */
function meeting(count: number): () => Promise<void> {
  let come = 0;
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return () => {
    come += 1;
    if (come >= count) open();
    return opened;
  };
}
