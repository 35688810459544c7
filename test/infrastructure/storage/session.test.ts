import { describe, expect, test } from "@jest/globals";
import { QueryFailedError } from "typeorm";
import { REQUEST_BOUNDS } from "../../../src/infrastructure/storage/bounds.js";
import { Deadline } from "../../../src/infrastructure/storage/deadline.js";
import { Session } from "../../../src/infrastructure/storage/session.js";
import { OPERATOR } from "../../support/operator.js";
import { openTestStorage } from "../../support/test-storage.js";

describe("a session", () => {
  test.each([
    [true, ["SELECT 1 AS one", "SELECT 2 AS two"]],
    [false, []],
  ])("keeps statements prepared: %j", async (preparedStatements, kept) => {
    const prepared = await onConnection({ preparedStatements }, async (session) => {
      for (const text of ["SELECT 1 AS one", "SELECT 2 AS two", "SELECT 1 AS one"]) {
        await session.rows(text, [], { prepared: true });
      }
      await session.rows("SELECT 3 AS three");
      return session.rows("SELECT statement FROM pg_prepared_statements ORDER BY statement");
    });

    expect(prepared.map(({ statement }) => statement)).toEqual(kept);
  });

  test.each([
    ["2026-01-02 03:04:05.678+00", "2026-01-02T03:04:05.678Z"],
    ["2026-01-02 03:04:05+00", "2026-01-02T03:04:05.000Z"],
    ["2026-01-02 03:04:05.1+00", "2026-01-02T03:04:05.100Z"],
    ["0999-12-31 23:59:59.999+00", "0999-12-31T23:59:59.999Z"],
    ["12345-01-02 03:04:05+00", "+012345-01-02T03:04:05.000Z"],
  ])("reads the instant %s, whatever the time zone of the connection", async (written, instant) => {
    const read = await onConnection({ preparedStatements: false }, async (session) => {
      const instants: unknown[] = [];
      for (const zone of ["UTC", "Asia/Shanghai", "Asia/Kolkata", "America/St_Johns"]) {
        await session.rows(`SET LOCAL TIME ZONE '${zone}'`);
        const [row] = await session.rows(`SELECT '${written}'::timestamptz AS instant`);
        instants.push(row?.instant instanceof Date && row.instant.toISOString());
      }
      return instants;
    });

    expect(read).toEqual([instant, instant, instant, instant]);
  });

  test("says which statement failed, and why", async () => {
    const failing = onConnection({ preparedStatements: true }, (session) =>
      session.rows("SELECT 1 / $1::integer", [0]),
    );

    await expect(failing).rejects.toMatchObject({ query: "SELECT 1 / $1::integer", driverError: { code: "22012" } });
    await expect(failing).rejects.toBeInstanceOf(QueryFailedError);
  });
});

/** In a transaction, on a connection of its own. */
async function onConnection<T>(
  options: { preparedStatements: boolean },
  work: (session: Session) => Promise<T>,
): Promise<T> {
  const storage = await openTestStorage();
  const purpose = { caller: OPERATOR, deadline: Deadline.in(0) };
  const session = await Session.open(storage.dataSource, purpose, { bounds: REQUEST_BOUNDS, ...options });
  try {
    await session.rows("BEGIN");
    return await work(session);
  } finally {
    session.close();
    await storage.close();
  }
}
