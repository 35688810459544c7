import { DatabaseError, escapeLiteral, type Pool, type PoolClient, types } from "pg";
import { type DataSource, QueryFailedError } from "typeorm";
import type { PostgresDriver } from "typeorm/driver/postgres/PostgresDriver.js";
import type { Caller } from "../../application/caller.js";
import { StorageUnavailable } from "../../application/storage-unavailable.js";
import { type Bounds, settingBounds } from "./bounds.js";
import { cancelStatementOf } from "./cancel-request.js";
import type { Deadline } from "./deadline.js";
import type { Row } from "./row-mapping.js";

/** A statement is planned anew each time it runs; one that is prepared, only a few times on each connection. */
export interface StatementOptions {
  /** For statements whose plan does not hang on their parameters. */
  readonly prepared?: boolean;
}

/** How the statements of a data source are run. */
export interface SessionOptions {
  /** Whether each transaction has to name the groups that it reaches: the database shows no others. */
  readonly heldToGroups?: boolean;
  /** Off behind a pooler that hands one connection to several clients and knows nothing of prepared statements. */
  readonly preparedStatements: boolean;
  readonly bounds: Bounds;
}

/** On whose behalf a session is, and until when. */
export interface SessionPurpose {
  readonly caller: Caller;
  readonly deadline: Deadline;
}

/** The server ends a statement that takes too long by itself, and the connection stays in use. Only where it does not, it is left. */
const GRACE_MS = 1_000;

/** One connection, for the length of a unit of work. */
export class Session {
  private groupIds: readonly string[] | null;
  private isLost = false;
  private isCommitting = false;

  private constructor(
    private readonly dataSource: DataSource,
    private readonly client: PoolClient,
    private readonly purpose: SessionPurpose,
    private readonly options: SessionOptions,
  ) {
    this.groupIds = purpose.caller.groupIds;
    // Each statement that it meets says so, too.
    client.on("error", ignored);
  }

  /** @throws StorageUnavailable where no connection is to be had */
  static async open(dataSource: DataSource, purpose: SessionPurpose, options: SessionOptions): Promise<Session> {
    const pool: Pool = (dataSource.driver as PostgresDriver).master;
    try {
      return new Session(dataSource, await pool.connect(), purpose, options);
    } catch (cause) {
      throw new StorageUnavailable("No connection to the database is to be had.", { cause });
    }
  }

  /** Begins a transaction in one round trip: within its bounds, and for the caller and its groups where the database asks for them. */
  async begin(statement: string): Promise<void> {
    const { bounds, heldToGroups } = this.options;
    const serverVersion = Number.parseInt(this.dataSource.driver.version ?? "", 10);
    const subject = escapeLiteral(this.purpose.caller.recordedBy.subject);
    const naming = heldToGroups ? [`SET LOCAL namesake.caller = ${subject}`, this.namingGroups()] : [];
    const statements = [statement, ...settingBounds(bounds, serverVersion), ...naming];
    await this.run(statements.join("; "), [], { within: Math.min(bounds.boundary, this.timeLeft()) });
  }

  /** Makes what was written durable. */
  async commit(): Promise<void> {
    this.isCommitting = true;
    // A transaction that has failed before is rolled back by COMMIT, which calls that no error.
    const { command } = await this.run("COMMIT", [], { within: this.options.bounds.boundary });
    if (command !== "COMMIT") throw new Error(`A transaction that was to be committed ended by ${command}.`);
  }

  /** Whether the connection was there to do so. Where it is not, the server does, unless it has committed before. */
  async rollBack(): Promise<boolean> {
    if (this.isLost) return false;
    try {
      await this.run("ROLLBACK", [], { within: this.options.bounds.boundary });
      return true;
    } catch {
      this.isLost = true;
      return false;
    }
  }

  /** Whether it was lost before it was said what became of the commit. */
  get isInDoubt(): boolean {
    return this.isCommitting && this.isLost;
  }

  /** Groups of the caller's that it was not granted: those that it begins in this transaction, or has begun by this request before. */
  async reachAlso(groupIds: readonly string[]): Promise<void> {
    if (!this.options.heldToGroups || this.groupIds === null || groupIds.length === 0) return;
    this.groupIds = [...this.groupIds, ...groupIds];
    await this.rows(this.namingGroups());
  }

  private namingGroups(): string {
    const groups = this.groupIds === null ? "*" : `{${this.groupIds.join(",")}}`;
    return `SET LOCAL namesake.groups = ${escapeLiteral(groups)}`;
  }

  async rows(text: string, values: unknown[] = [], options: StatementOptions = {}): Promise<Row[]> {
    return (await this.statement(text, values, options)).rows;
  }

  /** How many rows a statement wrote. */
  async write(text: string, values: unknown[], options: StatementOptions = {}): Promise<number> {
    return (await this.statement(text, values, options)).rowCount ?? 0;
  }

  /** Gives the connection back, or up if it is lost. */
  close(): void {
    this.client.off("error", ignored);
    if (this.isLost) cancelStatementOf(this.client);
    this.client.release(this.isLost);
  }

  private statement(text: string, values: unknown[], options: StatementOptions) {
    return this.run(text, values, {
      ...options,
      within: Math.min(this.options.bounds.statement + GRACE_MS, this.timeLeft()),
    });
  }

  /** @throws StorageUnavailable */
  private timeLeft(): number {
    if (this.purpose.deadline.isOver) throw new StorageUnavailable("The time of the request is over.");
    return this.purpose.deadline.left;
  }

  /** @throws QueryFailedError with the statement, and with the driver's error as its cause */
  private async run(
    text: string,
    values: unknown[],
    { prepared = false, within }: StatementOptions & { within: number },
  ) {
    this.dataSource.logger.logQuery(text, values);
    const name = prepared && this.options.preparedStatements ? { name: nameOf(text) } : {};
    const query = { ...name, text, values, types: { getTypeParser }, query_timeout: within };
    try {
      return await this.client.query<Row>(query);
    } catch (error) {
      // Anything but the server's own word: it does not answer any longer.
      this.isLost ||= !(error instanceof DatabaseError);
      throw new QueryFailedError(text, values, error as Error);
    }
  }
}

function ignored(): void {}

/** A quarter of the time of reading a page of accounts went into their timestamps, which come in one form, in UTC. */
function getTypeParser(oid: number, format?: "text" | "binary") {
  return oid === types.builtins.TIMESTAMPTZ ? toDate : types.getTypeParser(oid, format as "text");
}

const IN_UTC = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d+)?\+00$/;

function toDate(text: string): Date {
  return IN_UTC.test(text) ? new Date(`${text.slice(0, 10)}T${text.slice(11, -3)}Z`) : timestamptz(text);
}

const timestamptz = types.getTypeParser(types.builtins.TIMESTAMPTZ, "text") as (text: string) => Date;

const names = new Map<string, string>();

/** The same for the same text. What is prepared stays with its connection, so that there must be few texts. */
function nameOf(text: string): string {
  const name = names.get(text) ?? `namesake_${names.size + 1}`;
  names.set(text, name);
  return name;
}
