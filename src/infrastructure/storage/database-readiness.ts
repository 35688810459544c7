import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { hasCode } from "../has-code.js";

export type DatabaseState = "ready" | "database unreachable" | "migrations pending";

const WITHIN_MS = 500;
/** Whoever asks, and however often, cannot wear out the database. */
const FRESH_FOR_MS = 1_000;

/**
 * Whether a database can be used, found out by a connection of its own: one that was made before proves nothing, and how
 * busy the service is plays no part.
 */
export class DatabaseReadiness {
  private latest: { readonly at: number; readonly state: Promise<DatabaseState> } | null = null;

  /** @param migrations the names of those that the database must have run */
  constructor(
    private readonly url: string,
    private readonly migrations: readonly string[],
  ) {}

  /** What was found within the last second, or else is found within half a second. */
  state(): Promise<DatabaseState> {
    const now = performance.now();
    if (this.latest === null || now - this.latest.at > FRESH_FOR_MS) this.latest = { at: now, state: this.find() };
    return this.latest.state;
  }

  private async find(): Promise<DatabaseState> {
    const client = new Client({
      connectionString: this.url,
      application_name: "namesake readiness",
      connectionTimeoutMillis: WITHIN_MS,
    });
    client.on("error", () => undefined);
    const found = this.findBy(client);
    found.finally(() => client.end()).catch(() => undefined);
    return Promise.race([found, sleep(WITHIN_MS, "database unreachable" as const, { ref: false })]);
  }

  private async findBy(client: Client): Promise<DatabaseState> {
    try {
      await client.connect();
      const { rows } = await client.query<{ name: string }>("SELECT name FROM migrations");
      const run = new Set(rows.map(({ name }) => name));
      return this.migrations.every((name) => run.has(name)) ? "ready" : "migrations pending";
    } catch (error) {
      return hasCode(error, UNDEFINED_TABLE) ? "migrations pending" : "database unreachable";
    }
  }
}

const UNDEFINED_TABLE = "42P01";
