import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { cpus, release, totalmem, type } from "node:os";
import { promisify } from "node:util";
import type { Client } from "pg";
import { inRepository } from "./paths.js";

/** What a measurement depends on, besides the code. */
export interface Machine {
  readonly processor: string;
  readonly cores: number;
  readonly memoryGiB: number;
  readonly system: string;
  readonly node: string;
  readonly postgres: string;
  /** PostgreSQL's settings that matter here, by name. */
  readonly settings: Record<string, string>;
  /** The other packages' versions, by name. */
  readonly packages: Record<string, string>;
}

const SETTINGS = [
  "fsync",
  "synchronous_commit",
  "full_page_writes",
  "wal_compression",
  "shared_buffers",
  "max_wal_size",
];
const PACKAGES = [
  "postgraphile",
  "mercurius",
  "graphql-jit",
  "@apollo/server",
  "typeorm",
  "type-graphql",
  "pg",
  "autocannon",
];

/** The machine that this runs on, and the server that `client` is connected to. */
export async function describeMachine(client: Client): Promise<Machine> {
  const [processor] = cpus();
  return {
    processor: processor?.model.trim() ?? "unknown",
    cores: cpus().length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    system: `${type()} ${release()}`,
    node: process.version,
    postgres: (await client.query("SHOW server_version")).rows[0].server_version,
    settings: await settingsOf(client),
    packages: {
      ...Object.fromEntries(await Promise.all(PACKAGES.map(versionOf))),
      "node (for PostGraphile)": await otherNode(),
    },
  };
}

async function settingsOf(client: Client): Promise<Record<string, string>> {
  const { rows } = await client.query<{ name: string; value: string }>(
    "SELECT name, current_setting(name) AS value FROM unnest($1::text[]) AS name",
    [SETTINGS],
  );
  return Object.fromEntries(rows.map(({ name, value }) => [name, value]));
}

async function versionOf(name: string): Promise<[string, string]> {
  const manifest = await readFile(inRepository(`bench/node_modules/${name}/package.json`), "utf8");
  return [name, JSON.parse(manifest).version];
}

async function otherNode(): Promise<string> {
  const { stdout } = await promisify(execFile)(inRepository("bench/node_modules/node/bin/node"), ["--version"]);
  return stdout.trim();
}
