import { escapeLiteral, type PoolClient, types } from "pg";
import { type DataSource, QueryFailedError, type QueryRunner } from "typeorm";
import type { Caller } from "../../application/caller.js";
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
}

/** One connection, for the length of a unit of work on behalf of a caller. */
export class Session {
  private groupIds: readonly string[] | null;

  private constructor(
    private readonly dataSource: DataSource,
    private readonly queryRunner: QueryRunner,
    private readonly client: PoolClient,
    private readonly caller: Caller,
    private readonly options: SessionOptions,
  ) {
    this.groupIds = caller.groupIds;
  }

  static async open(dataSource: DataSource, caller: Caller, options: SessionOptions): Promise<Session> {
    const queryRunner = dataSource.createQueryRunner();
    return new Session(dataSource, queryRunner, await queryRunner.connect(), caller, options);
  }

  /** Begins a transaction, in one round trip; it names the caller and its groups where the database asks for them. */
  async begin(statement: string): Promise<void> {
    if (!this.options.heldToGroups) return void (await this.rows(statement));
    const subject = `SET LOCAL namesake.caller = ${escapeLiteral(this.caller.recordedBy.subject)}`;
    await this.run([statement, subject, this.namingGroups()].join("; "), [], {});
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
    return (await this.run(text, values, options)).rows;
  }

  /** How many rows a statement wrote. */
  async write(text: string, values: unknown[], options: StatementOptions = {}): Promise<number> {
    return (await this.run(text, values, options)).rowCount ?? 0;
  }

  close(): Promise<void> {
    return this.queryRunner.release();
  }

  /** @throws QueryFailedError with the statement, and with the driver's error as its cause */
  private async run(text: string, values: unknown[], { prepared = false }: StatementOptions) {
    this.dataSource.logger.logQuery(text, values, this.queryRunner);
    const name = prepared && this.options.preparedStatements ? { name: nameOf(text) } : {};
    try {
      return await this.client.query<Row>({ ...name, text, values, types: { getTypeParser } });
    } catch (error) {
      throw new QueryFailedError(text, values, error as Error);
    }
  }
}

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
