import { stat } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import type { Cluster } from "./cluster.js";

/** The advisory lock that is held to claim the server or to stop it. Any number will do in a database that is ours alone. */
const CLAIMING = 1;

/** What pg has, and its types have not. */
type Unreferable = Client & { ref(): void; unref(): void };

/**
 * A connection that is held for as long as a server is in use, so that others who share the server see it even while the
 * pool is idle. It is to the database `postgres`, which leaves `namesake` free to be dropped or copied.
 */
export class Claim {
  /** Resolves when the connection has ended: for it was released, or for the server has gone. */
  readonly lost: Promise<void>;

  private constructor(
    private readonly client: Client,
    readonly port: number,
  ) {
    this.lost = new Promise((resolve) => client.once("end", () => resolve()));
  }

  /**
   * Connects to the server on a port, proves that it serves `cluster`, and makes the database `namesake` if it is missing.
   * Throws when that cannot be done, or the server is about to be stopped.
   */
  static async on(port: number, cluster: Cluster): Promise<Claim> {
    if (!(port > 0)) throw new Error("it has not named its port yet");
    const claim = new Claim(clientOf(port, cluster.password), port);
    try {
      await claim.client.connect();
      await claim.keepOthersFromClaiming();
      await claim.proveDataDirectory(cluster.dataDirectory);
      await claim.ensureDatabase();
      await claim.letOthersClaim();
      return claim;
    } catch (error) {
      await claim.release();
      throw error;
    }
  }

  /** Lets the process end although the claim is held. */
  unref(): void {
    (this.client as Unreferable).unref();
  }

  /** Gives the server up. */
  async release(): Promise<void> {
    (this.client as Unreferable).ref(); // else the process could end before this does
    await this.client.end();
  }

  /**
   * Whether nobody else is connected. Until this claim is released, so that the answer holds, other claims wait. Those who
   * have just gone get half a second to be gone from the server's list, too.
   */
  async isLast(): Promise<boolean> {
    await this.keepOthersFromClaiming();
    for (let attempt = 0; attempt < 20; attempt++) {
      if (await this.seesNobodyElse()) return true;
      await sleep(25);
    }
    return false;
  }

  private async keepOthersFromClaiming(): Promise<void> {
    await this.client.query("SELECT pg_advisory_lock($1)", [CLAIMING]);
  }

  private async letOthersClaim(): Promise<void> {
    await this.client.query("SELECT pg_advisory_unlock($1)", [CLAIMING]);
  }

  private async seesNobodyElse(): Promise<boolean> {
    const { rowCount } = await this.client.query(
      "SELECT FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid() LIMIT 1",
    );
    return rowCount === 0;
  }

  private async proveDataDirectory(expected: string): Promise<void> {
    const { rows } = await this.client.query<{ data_directory: string }>("SHOW data_directory");
    const shown = rows[0]?.data_directory ?? "";
    const [one, other] = await Promise.all([stat(shown, { bigint: true }), stat(expected, { bigint: true })]);
    if (one.ino !== other.ino || one.dev !== other.dev) {
      throw new Error(`The server on port ${this.port} serves ${shown}, not ${expected}`);
    }
  }

  private async ensureDatabase(): Promise<void> {
    const { rowCount } = await this.client.query("SELECT FROM pg_database WHERE datname = 'namesake'");
    if (rowCount === 0) await this.client.query("CREATE DATABASE namesake");
  }
}

function clientOf(port: number, password: string): Client {
  const client = new Client({
    host: "127.0.0.1",
    port,
    user: "namesake",
    password,
    database: "postgres",
    application_name: "namesake claim",
    ssl: false,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 30_000,
  });
  // The server may go away at any time. Those who use it notice by their own connections.
  client.on("error", () => {});
  return client;
}
