import type { LineConnection, Passages } from "./line-connection.js";
import { PostgresSession, type StatementHooks } from "./postgres-session.js";
import { type Address, listening, TcpLine } from "./tcp-line.js";

/** A line to PostgreSQL that knows of each statement, and can be stopped at any of them. */
export class PostgresLine extends TcpLine {
  readonly sessions = new Set<PostgresSession>();
  /** In force from the next moment of any statement on. */
  hooks: StatementHooks = {};

  static override async to(target: Address): Promise<PostgresLine> {
    return new PostgresLine(await listening(), target);
  }

  protected override passagesOf(connection: LineConnection): Passages {
    const session = new PostgresSession(connection, () => this.hooks);
    this.sessions.add(session);
    connection.closed.then(() => this.sessions.delete(session));
    return session.passages;
  }
}
