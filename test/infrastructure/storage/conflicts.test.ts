import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { Given } from "../../support/given.js";
import { openTestStorage, type TestStorage } from "../../support/test-storage.js";

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

    test("is given up after that, and throws what the database said", async () => {
      await storage.dataSource.query("ALTER SEQUENCE conflicts RESTART WITH -5");

      const answer = given.master("Acme Ltd");

      await expect(answer).rejects.toMatchObject({ driverError: { code: "40001" } });
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

  test("for its connection was lost does not keep the next from working", async () => {
    const master = await given.master("Acme Ltd");
    let attempts = 0;

    const answer = given.write(async ({ accounts }) => {
      attempts += 1;
      await accounts.lockGroupOf(master.id);
      await storage.dataSource.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = current_database() AND state = 'idle in transaction'`,
      );
      return accounts.lockGroupOf(master.id);
    });

    await expect(answer).rejects.toThrow();
    expect(attempts).toBe(1);
    const locked = await given.write(({ accounts }) => accounts.lockGroupOf(master.id));
    expect(locked).toMatchObject({ id: master.id, revision: 2 });
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
