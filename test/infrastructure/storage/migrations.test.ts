import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import type { DataSource } from "typeorm";
import { StartupError } from "../../../src/infrastructure/startup-error.js";
import { connect, dataSourceFor } from "../../../src/infrastructure/storage/data-source.js";
import { schemaOf } from "../../support/schema-of.js";
import { StatementCollector } from "../../support/statement-collector.js";
import { createTestDatabase, type TestDatabase } from "../../support/test-database.js";

let database: TestDatabase;
let dataSources: DataSource[];

beforeEach(async () => {
  database = await createTestDatabase("template0");
  dataSources = [];
});

afterEach(async () => {
  for (const dataSource of dataSources) if (dataSource.isInitialized) await dataSource.destroy();
  await database.drop();
});

describe("migrating an empty database", () => {
  test("makes the same schema again after it was undone, migration by migration", async () => {
    const dataSource = newDataSource();
    await connect(dataSource);
    const undone: (readonly string[])[] = [];
    for (const _ of dataSource.migrations) {
      undone.push(await schemaOf(dataSource));
      await dataSource.undoLastMigration();
    }

    const done: (readonly string[])[] = [];
    for (const _ of undone) {
      await runNextMigration(dataSource);
      done.push(await schemaOf(dataSource));
    }

    expect(done).toEqual(undone.toReversed());
    expect(done.map(({ length }) => length)).toEqual(
      [...new Set(done.map(({ length }) => length))].sort((a, b) => a - b),
    );
  });

  test("leaves nothing once it was undone", async () => {
    const dataSource = newDataSource();
    await connect(dataSource);

    for (const _ of dataSource.migrations) await dataSource.undoLastMigration();

    expect(await schemaOf(dataSource)).toEqual([]);
    expect(await dataSource.query("SELECT count(*)::integer AS count FROM migrations")).toEqual([{ count: 0 }]);
  });

  test("is done once where several connect at once", async () => {
    const several = Array.from({ length: 5 }, () => newDataSource());

    await Promise.all(several.map(connect));

    const alone = await createTestDatabase();
    const [first] = several as [DataSource];
    const reference = newDataSource(alone.url);
    expect(await schemaOf(first)).toEqual(await schemaOf(await reference.initialize()));
    const applied: { name: string }[] = await first.query("SELECT name FROM migrations ORDER BY id");
    expect(applied.map(({ name }) => name)).toEqual(first.migrations.map(({ name }) => name));
    await reference.destroy();
    await alone.drop();
  });

  test("can be done by another where it failed", async () => {
    const [first, second] = [newDataSource(), newDataSource()];
    await second.initialize();
    await second.query("CREATE TABLE synchronizations (id integer)");
    await expect(connect(first)).rejects.toMatchObject({ code: "42P07" });
    await second.query("DROP TABLE synchronizations");
    await second.destroy();

    await connect(second);

    expect(await second.query("SELECT count(*)::integer AS count FROM synchronizations")).toEqual([{ count: 0 }]);
  });
});

describe("migrating references", () => {
  test("keeps what a key stands for: of several results the first, and of one the same one again", async () => {
    const dataSource = newDataSource();
    await connect(dataSource);
    const [first, second] = [randomUUID(), randomUUID()];
    await dataSource.query(
      `INSERT INTO idempotency_keys (caller, key, fingerprint, result_ids, created_at)
      VALUES ('anyone', 'key', 'fingerprint', $1, now())`,
      [[first, second]],
    );

    while (await isApplied(dataSource, "References0000000000004")) await dataSource.undoLastMigration();
    const undone = await dataSource.query("SELECT result_id FROM idempotency_keys");
    await runNextMigration(dataSource);
    const done = await dataSource.query("SELECT result_ids FROM idempotency_keys");

    expect(undone).toEqual([{ result_id: first }]);
    expect(done).toEqual([{ result_ids: [first] }]);
  });
});

describe("connecting", () => {
  test("to nothing says so, without the password", async () => {
    const answer = connect(newDataSource("postgres://somebody:secret@127.0.0.1:1/nowhere"));

    await expect(answer).rejects.toStrictEqual(
      new StartupError("The database cannot be reached (ECONNREFUSED); check DATABASE_URL."),
    );
  });

  test("to a database that is not there says so", async () => {
    const url = new URL(database.url);
    url.pathname = "/nowhere";

    const answer = connect(newDataSource(url.href));

    await expect(answer).rejects.toStrictEqual(
      new StartupError("The database cannot be reached (3D000); check DATABASE_URL."),
    );
  });

  test("as a user who may not create tables says so", async () => {
    const owner = await newDataSource().initialize();
    const user = `user_${randomUUID().replaceAll("-", "")}`;
    await owner.query(`CREATE ROLE ${user} LOGIN PASSWORD 'secret'`);
    await owner.query("REVOKE CREATE ON SCHEMA public FROM PUBLIC");
    const url = new URL(database.url);
    Object.assign(url, { username: user, password: "secret" });

    const answer = connect(newDataSource(url.href));

    await expect(answer).rejects.toStrictEqual(
      new StartupError("The database cannot be used: its user may not create what the service needs."),
    );
    await owner.query(`DROP ROLE ${user}`);
  });

  test("to a database that is read-only says so", async () => {
    const owner = await newDataSource().initialize();
    await owner.query(
      `ALTER DATABASE ${new URL(database.url).pathname.slice(1)} SET default_transaction_read_only = on`,
    );

    const answer = connect(newDataSource());

    await expect(answer).rejects.toStrictEqual(new StartupError("The database cannot be used: it is read-only."));
  });
});

function newDataSource(url = database.url): DataSource {
  const dataSource = dataSourceFor(url, { logger: new StatementCollector() });
  dataSources.push(dataSource);
  return dataSource;
}

async function isApplied(dataSource: DataSource, name: string): Promise<boolean> {
  const applied: unknown[] = await dataSource.query("SELECT FROM migrations WHERE name = $1", [name]);
  return applied.length > 0;
}

async function runNextMigration(dataSource: DataSource): Promise<void> {
  const applied: unknown[] = await dataSource.query("SELECT FROM migrations");
  const all = [...dataSource.migrations];
  dataSource.migrations.splice(0, all.length, ...all.slice(0, applied.length + 1));
  await dataSource.runMigrations();
  dataSource.migrations.splice(0, all.length, ...all);
}
