import { readFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { Client } from "pg";
import { EmbeddedPostgres } from "../../../src/infrastructure/embedded-postgres/embedded-postgres.js";
import { type Address, TcpLine } from "../lines/tcp-line.js";
import { eventually } from "./deadline.js";

/** The PostgreSQL server that faults are driven at: one of the suite's own, as durable as the service's. */
export class Postgres {
  private databases = 0;

  private constructor(
    private readonly directory: string | null,
    private server: EmbeddedPostgres | null,
    private readonly line: TcpLine | null,
    private readonly url: string,
  ) {}

  /** In a folder; or the one that FAULTS_DATABASE_URL names, which cannot be restarted. */
  static async start(directory: string): Promise<Postgres> {
    const given = process.env.FAULTS_DATABASE_URL;
    if (given) return new Postgres(null, null, null, given);
    const server = await EmbeddedPostgres.start({ directory, durable: true });
    const line = await TcpLine.to(addressIn(server.url));
    process.on("exit", () => quit(directory)); // it would go on without us
    return new Postgres(directory, server, line, line.through(server.url));
  }

  /** Whether it can be stopped and started here. */
  get isOwn(): boolean {
    return this.server !== null;
  }

  async version(): Promise<string> {
    const [answer] = await this.asked<{ server_version: string }>("SHOW server_version");
    return answer?.server_version ?? "unknown";
  }

  /** The address of a new, empty database. It stays the same when the server is restarted. */
  async freshDatabase(): Promise<string> {
    this.databases += 1;
    const name = `namesake_faults_${process.pid}_${this.databases}`;
    await this.asked("CREATE DATABASE ".concat(name));
    const url = new URL(this.url);
    url.pathname = `/${name}`;
    return url.href;
  }

  async drop(url: string): Promise<void> {
    await this.asked(`DROP DATABASE IF EXISTS ${nameIn(url)} WITH (FORCE)`);
  }

  /** Terminates the connections to a database that others hold, all of them or some. Answers with how many. */
  async terminateBackends(url: string, most = 1_000_000): Promise<number> {
    const [answer] = await this.asked<{ count: string }>(
      `SELECT count(pg_terminate_backend(pid)) AS count FROM (
        SELECT pid FROM pg_stat_activity WHERE datname = $1 AND pid <> pg_backend_pid() ORDER BY random() LIMIT $2
      ) AS chosen`,
      [nameIn(url), most],
    );
    return Number(answer?.count ?? 0);
  }

  /** Stops the server without letting anything finish, as a crash does: what was not written down is gone. */
  async stopImmediately(): Promise<void> {
    if (this.directory === null) throw new Error("This PostgreSQL is not the suite's own.");
    const pid = quit(this.directory);
    await eventually(30_000, "The end of PostgreSQL", async () => pid === 0 || !isAlive(pid));
  }

  /** Starts the server again, at another port behind the same one. */
  async startAgain(): Promise<void> {
    if (this.directory === null || this.line === null) throw new Error("This PostgreSQL is not the suite's own.");
    this.server = await EmbeddedPostgres.start({ directory: this.directory, durable: true });
    this.line.retarget(addressIn(this.server.url));
  }

  async stop(): Promise<void> {
    await this.line?.close();
    await this.server?.stop();
    if (this.directory !== null) await rm(this.directory, { recursive: true, force: true, maxRetries: 10 });
  }

  private async asked<Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> {
    const client = await connectTo(this.url);
    try {
      return (await client.query<Row>(text, values)).rows;
    } finally {
      await client.end();
    }
  }
}

/** A connection of the suite's own. */
export async function connectTo(url: string): Promise<Client> {
  const client = new Client({ connectionString: url, application_name: "namesake faults" });
  client.on("error", () => undefined); // the next question fails, and says why
  await client.connect();
  return client;
}

function addressIn(url: string): Address {
  const { hostname, port } = new URL(url);
  return { host: hostname, port: Number(port) };
}

function nameIn(url: string): string {
  return new URL(url).pathname.slice(1);
}

/** Has the server of a folder end at once. Answers with its process id; 0 where there is none. */
function quit(directory: string): number {
  try {
    const pid = Number.parseInt(readFileSync(join(directory, "postgresql", "postmaster.pid"), "utf8"), 10);
    process.kill(pid, "SIGQUIT");
    return pid;
  } catch {
    return 0;
  }
}

/** Whether a process is still there: not so one that has ended, and that nobody has asked how. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return process.platform !== "linux" || !/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
  } catch {
    return false;
  }
}
