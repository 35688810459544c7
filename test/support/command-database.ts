import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { type CommandOutcome, type CommandWorld, namesake, RunningCommand } from "./command-line.js";
import { DELETE_EVERYTHING } from "./delete-everything.js";
import { createTestDatabase } from "./test-database.js";

/** A migrated database and a folder for files, for commands to work on. */
export interface CommandDatabase {
  readonly url: string;
  readonly client: pg.Client;
  run(parameters: readonly string[], world?: CommandWorld): Promise<CommandOutcome>;
  start(parameters: readonly string[], world?: CommandWorld): RunningCommand;
  /** The path of a file in the folder. */
  path(name: string): string;
  write(name: string, content: string | Buffer): Promise<string>;
  read(name: string): Promise<string>;
  /** Group by group, `reference name status`, in the order of joining. */
  accounts(): Promise<string[]>;
  masterId(reference: string): Promise<string>;
  empty(): Promise<void>;
  close(): Promise<void>;
}

const EVERY_ACCOUNT = `SELECT account.reference, enterprise_name, snapshot_id IS NOT NULL AS authenticated
  FROM current_accounts AS account ORDER BY id`;

export async function openCommandDatabase(template?: string): Promise<CommandDatabase> {
  const database = await createTestDatabase(template);
  const folder = await mkdtemp(join(tmpdir(), "namesake-cli-"));
  const client = new pg.Client(database.url);
  await client.connect();
  const inWorld = ({ env, ...world }: CommandWorld = {}) => ({ ...world, env: { DATABASE_URL: database.url, ...env } });
  const path = (name: string) => join(folder, name);
  return {
    url: database.url,
    client,
    path,
    run: (parameters, world) => namesake(parameters, inWorld(world)),
    start: (parameters, world) => RunningCommand.spawn(parameters, inWorld(world)),
    write: async (name, content) => {
      await writeFile(path(name), content);
      return path(name);
    },
    read: (name) => readFile(path(name), "utf8"),
    accounts: async () => {
      const { rows } = await client.query(EVERY_ACCOUNT);
      return rows.map((row) => `${row.reference} ${row.enterprise_name}${row.authenticated ? " authenticated" : ""}`);
    },
    masterId: async (reference) => {
      const masters = "SELECT id FROM enterprise_accounts WHERE reference = $1 AND id = group_id";
      return (await client.query(masters, [reference])).rows[0].id;
    },
    empty: async () => {
      await client.query(DELETE_EVERYTHING);
    },
    close: async () => {
      await client.end();
      await database.drop();
      await rm(folder, { recursive: true });
    },
  };
}
