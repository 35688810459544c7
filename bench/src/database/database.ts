import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { EmbeddedPostgres } from "../../../src/infrastructure/embedded-postgres/embedded-postgres.js";

/** A PostgreSQL server, and a database of it that is dropped in the end. */
export class ScratchDatabase {
  private readonly roles: string[] = [];

  private constructor(
    private readonly admin: Client,
    readonly url: string,
    private readonly end: () => Promise<void>,
    private readonly names: string[],
  ) {}

  /** On the server of DATABASE_URL; without it, on an embedded one that is as durable as the service's own. */
  static async open(): Promise<ScratchDatabase> {
    const server = process.env.DATABASE_URL ? given(process.env.DATABASE_URL) : await embedded();
    const admin = await connect(server.url);
    const names: string[] = [];
    const url = await create(admin, server.url, names);
    return new ScratchDatabase(admin, url, server.stop, names);
  }

  /** Another database on the same server, a copy of one that nobody is connected to. */
  copyOf(template: string): Promise<string> {
    return create(this.admin, this.url, this.names, new URL(template).pathname.slice(1));
  }

  /** Another database on the same server. */
  another(): Promise<string> {
    return create(this.admin, this.url, this.names);
  }

  /** The address of a database for a new role, which owns nothing and may do nothing yet. */
  async forRole(url: string): Promise<URL> {
    const address = new URL(url);
    address.username = `namesake_bench_${process.pid}_role_${this.roles.length + 1}`;
    address.password = randomBytes(16).toString("hex");
    await this.admin.query(`CREATE ROLE "${address.username}" LOGIN PASSWORD '${address.password}'`);
    this.roles.push(address.username);
    return address;
  }

  async drop(url: string): Promise<void> {
    await this.admin.query(`DROP DATABASE IF EXISTS "${new URL(url).pathname.slice(1)}" WITH (FORCE)`);
  }

  /** Drops what was made here, whoever is connected to it. What a role was granted goes with the databases. */
  async close(): Promise<void> {
    for (const name of this.names) await this.admin.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
    for (const role of this.roles) await this.admin.query(`DROP ROLE IF EXISTS "${role}"`);
    await this.admin.end();
    await this.end();
  }
}

/** A connection of its own. */
export async function connect(url: string): Promise<Client> {
  const client = new Client({ connectionString: url, application_name: "namesake-bench" });
  await client.connect();
  return client;
}

function given(url: string) {
  return { url, stop: async () => undefined };
}

async function embedded() {
  const directory = await mkdtemp(join(tmpdir(), "namesake-bench-"));
  const postgres = await EmbeddedPostgres.start({ directory, durable: true });
  return {
    url: postgres.url,
    stop: async () => {
      await postgres.stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

async function create(admin: Client, server: string, names: string[], template = "template1"): Promise<string> {
  const name = `namesake_bench_${process.pid}_${names.length + 1}`;
  // FILE_COPY: a copy through the write-ahead log would take as long as filling it anew.
  await admin.query(`CREATE DATABASE "${name}" TEMPLATE "${template}" STRATEGY FILE_COPY`);
  names.push(name);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}
