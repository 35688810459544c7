import { randomUUID } from "node:crypto";
import pg from "pg";

/** The migrated database that every test file's own is a copy of. */
export const TEMPLATE = "namesake_test_template";

/** A role that owns nothing, and is its own password. */
export const SERVICE_ROLE = "namesake_test_service";

/** A database as that role reaches it. */
export function asServiceRole(databaseUrl: string): string {
  const url = new URL(databaseUrl);
  url.username = SERVICE_ROLE;
  url.password = SERVICE_ROLE;
  return url.href;
}

/** A database of the test server. */
export function databaseUrl(name: string): string {
  const url = new URL(process.env.TEST_SERVER_URL as string);
  url.pathname = `/${name}`;
  return url.href;
}

/** A migrated database of its own for one test file. */
export interface TestDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

/** @param template `template0` for an empty database */
export async function createTestDatabase(template = TEMPLATE): Promise<TestDatabase> {
  const name = `namesake_test_${randomUUID().replaceAll("-", "")}`;
  await onServer(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  return { url: databaseUrl(name), drop: () => onServer(`DROP DATABASE ${name} WITH (FORCE)`) };
}

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client(process.env.TEST_SERVER_URL);
  await client.connect();
  await client.query(statement);
  await client.end();
}
