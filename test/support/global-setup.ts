import { execFile } from "node:child_process";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import pg from "pg";
import { EmbeddedPostgres } from "../../src/infrastructure/embedded-postgres/embedded-postgres.js";
import { connect, dataSourceFor } from "../../src/infrastructure/storage/data-source.js";
import { grantTo } from "../../src/infrastructure/storage/service-role.js";
import { databaseUrl, SERVICE_ROLE, TEMPLATE } from "./test-database.js";

/** The service as it is built, one server for all test files, and a migrated database that each of them gets a copy of. */
export default async function globalSetup(): Promise<void> {
  await promisify(execFile)("npm", ["run", "--silent", "build"]);
  process.env.TEST_SERVER_URL = process.env.TEST_DATABASE_URL ?? (await startServer());
  const client = new pg.Client(process.env.TEST_SERVER_URL);
  await client.connect();
  await client.query(`DROP DATABASE IF EXISTS ${TEMPLATE}`);
  await client.query(`CREATE DATABASE ${TEMPLATE}`);
  await client.query(`DO $$ BEGIN CREATE ROLE ${SERVICE_ROLE}; EXCEPTION WHEN duplicate_object THEN NULL; END $$`);
  await client.query(`ALTER ROLE ${SERVICE_ROLE} LOGIN PASSWORD '${SERVICE_ROLE}'`);
  await client.end();
  const dataSource = dataSourceFor(databaseUrl(TEMPLATE));
  await connect(dataSource);
  await grantTo(dataSource, SERVICE_ROLE);
  await dataSource.destroy();
}

async function startServer(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), "namesake-test-"));
  const server = await EmbeddedPostgres.start({ directory, durable: false });
  Object.assign(globalThis, { testServer: { server, directory } });
  return server.url;
}
