import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import pg from "pg";
import { DOCUMENTS } from "../support/graphql-documents.js";
import { KeptLog } from "../support/graphql-log.js";
import { startTestService, type TestService } from "../support/graphql-service.js";
import { CREDIT_CODES } from "../support/samples.js";

const log = new KeptLog();

let service: TestService;
let database: pg.Client;

beforeAll(async () => {
  service = await startTestService({ log });
  const { options } = service.dataSource;
  database = new pg.Client("url" in options ? options.url : undefined);
  await database.connect();
});

afterAll(async () => {
  await database.end();
  await service.close();
});

const NAME = "Canary Ltd";
const NUMBER = CREDIT_CODES[2];
const certificate = { country: "CN", type: "BUSINESS_LICENSE", number: NUMBER };

/** What a request does, and what must be heard of it nowhere but in the answer. */
interface Asked {
  readonly document: string;
  readonly variables: (accountId: string) => object;
  readonly field: string;
}

const register: Asked = {
  document: DOCUMENTS.registerMasterAccount,
  variables: () => ({ input: { enterpriseName: NAME, idempotencyKey: NAME } }),
  field: "registerMasterAccount",
};

const commit: Asked = {
  document: DOCUMENTS.commitAuthentication,
  variables: (accountId) => ({ input: { accountId, enterpriseName: NAME, certificate } }),
  field: "commitAuthentication",
};

const preview: Asked = {
  document: DOCUMENTS.previewAuthentication,
  variables: commit.variables,
  field: "previewAuthentication",
};

const list: Asked = {
  document: DOCUMENTS.enterpriseAccounts,
  variables: () => ({ filter: { enterpriseName: NAME } }),
  field: "enterpriseAccounts",
};

/** A fault of the database, how it is mended, and what the log calls it. */
interface Fault {
  readonly begin: string;
  readonly end: string;
  readonly logged: object;
  /** How it is answered; as a fault of the service, if nothing is said. */
  readonly answered?: { readonly status: number; readonly code: string; readonly message: string };
}

const OUTAGE = {
  status: 503,
  code: "SERVICE_UNAVAILABLE",
  message: "This cannot be answered now, and nothing was changed; try again.",
};

const lostTable: Fault = {
  begin: "ALTER TABLE enterprise_accounts RENAME TO elsewhere; ALTER VIEW current_accounts RENAME TO nowhere",
  end: "ALTER TABLE elsewhere RENAME TO enterprise_accounts; ALTER VIEW nowhere RENAME TO current_accounts",
  logged: { type: "QueryFailedError", sqlState: "42P01", statement: expect.stringContaining("$1") },
};

/** What the driver says of it quotes the row. */
const refusedRow = (table: string, column: string, value: string): Fault => ({
  begin: `ALTER TABLE ${table} ADD CONSTRAINT canary CHECK (${column} <> '${value}') NOT VALID`,
  end: `ALTER TABLE ${table} DROP CONSTRAINT canary`,
  logged: { type: "QueryFailedError", sqlState: "23514", constraint: "canary", table },
});

const lostConnection: Fault = {
  begin: `CREATE FUNCTION lose_connection() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NEW; END $$;
    CREATE TRIGGER lose_connection BEFORE INSERT ON authentication_snapshots
      FOR EACH ROW EXECUTE FUNCTION lose_connection()`,
  end: "DROP FUNCTION lose_connection CASCADE",
  logged: { type: "StorageUnavailable", cause: { type: "QueryFailedError", sqlState: "57P01" } },
  answered: OUTAGE,
};

const faults: readonly (readonly [what: string, Asked, Fault])[] = [
  ["a table is lost under a query", list, lostTable],
  ["a table is lost under a preview", preview, lostTable],
  ["a table is lost under a mutation", register, lostTable],
  ["a constraint refuses a name", register, refusedRow("enterprise_accounts", "enterprise_name", NAME)],
  ["a constraint refuses a key", register, refusedRow("idempotency_keys", "key", NAME)],
  ["a constraint refuses a number", commit, refusedRow("authentication_snapshots", "certificate_number", NUMBER)],
  ["the connection is lost in the middle of a commit", commit, lostConnection],
];

const SECRETS = new RegExp(`canary ltd|${NUMBER}`, "i");

const FAULT = { status: 200, code: "INTERNAL_SERVER_ERROR", message: "Something went wrong on our side." };

describe.each(faults)(
  "where %s,",
  (_what, { document, variables, field }, { begin, end, logged, answered = FAULT }) => {
    let accountId: string;

    beforeEach(async () => {
      await service.empty();
      accountId = (await service.given.master("Acme Ltd")).id;
      log.lines.length = 0;
      await database.query(begin);
    });

    afterEach(() => database.query(end).catch(() => undefined));

    test("the client learns nothing but an id, under which the log says what happened and no values", async () => {
      const answer = await service.client.answer(document, { ...variables(accountId) });

      const errorId = answer.errors?.[0]?.extensions.errorId as string;
      const { status, code, message } = answered;
      expect(answer).toEqual({
        status,
        data: null,
        errors: [
          {
            message,
            locations: [{ line: expect.any(Number), column: expect.any(Number) }],
            path: [field],
            extensions: { code, errorId: expect.stringMatching(/^[0-9a-f-]{36}$/) },
          },
        ],
      });
      expect(log.about(errorId)).toMatchObject([{ level: 50, msg: "a request failed", errorId, ...logged }]);
      expect(log.text).not.toMatch(SECRETS);
    });

    test("nothing is written, and everything is answered again after it", async () => {
      await service.client.answer(document, { ...variables(accountId) });
      await database.query(end);

      const answer = await service.client.answer(document, { ...variables(accountId) });

      expect(answer).not.toHaveProperty("errors");
      expect(answer.data).not.toMatchObject({ [field]: { replayed: true } });
      expect(log.text).not.toMatch(SECRETS);
    });
  },
);

describe("where the connections are lost between two requests,", () => {
  let server: pg.Client;

  beforeEach(async () => {
    server = new pg.Client(process.env.TEST_SERVER_URL);
    await server.connect();
    await Promise.all(Array.from({ length: 5 }, () => service.client.ask(list.document)));
    log.lines.length = 0;
  });

  afterEach(() => server.end());

  test("the next one is answered over another", async () => {
    await loseConnections();

    expect(await service.client.errors(list.document)).toEqual([]);
  });

  test("and no other is to be had, the next one cannot be answered, until there is one again", async () => {
    await allowConnections(false);
    await loseConnections();

    const [error] = await service.client.errors(list.document, { ...list.variables("") });

    await allowConnections(true);
    const errorId = error?.extensions.errorId as string;
    expect(error).toMatchObject({ message: OUTAGE.message, path: [list.field], extensions: { code: OUTAGE.code } });
    expect(log.about(errorId)).toMatchObject([{ level: 50, msg: "a request failed", errorId }]);
    expect(log.text).not.toMatch(SECRETS);
    expect(await service.client.errors(list.document)).toEqual([]);
  });

  async function loseConnections(): Promise<void> {
    const pool = (service.served.driver as unknown as { master: pg.Pool }).master;
    const removed = new Promise<void>((resolve) => {
      pool.on("remove", () => pool.totalCount === 0 && resolve());
    });
    await server.query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1 AND application_name = 'namesake'",
      [database.database],
    );
    await removed;
  }

  async function allowConnections(allowed: boolean): Promise<void> {
    await server.query(`ALTER DATABASE ${database.database} ALLOW_CONNECTIONS ${allowed}`);
  }
});
