import type { LineConnection, Passages } from "./line-connection.js";
import { messagesIn, type PostgresMessage } from "./postgres-messages.js";

/** What a client asks for in one go: the text of a simple query, which may hold several statements, or of a prepared one. */
export interface Statement {
  readonly text: string;
}

/** Called at the moments of a statement. While a hook waits, the bytes do too, and so do all that follow in that direction. */
export interface StatementHooks {
  /** The statement has come from the client in full; the database has seen nothing of it. */
  readonly beforeStatement?: (session: PostgresSession, statement: Statement) => void | Promise<void>;
  /** The database has done it, or has failed to; the client has seen nothing of the answer. */
  readonly afterStatement?: (session: PostgresSession, statement: Statement) => void | Promise<void>;
}

/** Of the protocol's letters in ReadyForQuery. */
const TRANSACTION = { I: "idle", T: "in transaction", E: "failed" } as const;

/** What the first message's version is followed by, in bytes. */
const VERSION_BYTES = 4;

/** A client's session with PostgreSQL, overheard: its statements, when they begin and when they have ended. No TLS. */
export class PostgresSession {
  applicationName = "";
  /** Where the session stands, by the last statement that has ended. */
  transaction: (typeof TRANSACTION)[keyof typeof TRANSACTION] = "idle";
  /** How many statements were passed on. */
  statements = 0;

  private readonly prepared = new Map<string, string>();
  /** What was passed on and has not ended, in order; null for what runs no statement, such as a Parse alone. */
  private readonly underWay: (Statement | null)[] = [];

  constructor(
    readonly connection: LineConnection,
    private readonly hooks: () => StatementHooks,
  ) {}

  /** The statements that were passed on and have not ended. */
  get running(): readonly Statement[] {
    return this.underWay.filter((statement) => statement !== null);
  }

  get passages(): Passages {
    return { toServer: (bytes) => this.toServer(bytes), toClient: (bytes) => this.toClient(bytes) };
  }

  /** Passes a statement's messages on together, with the one that has the database answer them. */
  private async *toServer(arriving: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    let held: Buffer[] = [];
    let texts: string[] = [];
    for await (const message of messagesIn(arriving, { startup: true })) {
      held.push(message.bytes);
      texts.push(...this.textsIn(message));
      if (isHeld(message)) continue;
      if (endsStatement(message)) {
        await this.begin(texts);
        texts = [];
      }
      yield Buffer.concat(held);
      held = [];
    }
    yield Buffer.concat(held);
  }

  private textsIn({ type, fields }: PostgresMessage): string[] {
    if (type === "") this.applicationName = fields.skip(VERSION_BYTES).pairs().get("application_name") ?? "";
    if (type === "P") this.prepared.set(fields.string(), fields.string());
    if (type === "Q") return [fields.string()];
    if (type !== "B") return [];
    fields.string(); // the portal
    return [this.prepared.get(fields.string()) ?? ""];
  }

  private async begin(texts: readonly string[]): Promise<void> {
    const statement = texts.length === 0 ? null : { text: texts.join("; ") };
    if (statement !== null) {
      await this.hooks().beforeStatement?.(this, statement);
      this.statements += 1;
    }
    this.underWay.push(statement);
  }

  /** Passes an answer on as a whole, once the database is ready for the next statement. */
  private async *toClient(arriving: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    let held: Buffer[] = [];
    for await (const message of messagesIn(arriving, { startup: false })) {
      held.push(message.bytes);
      if (this.underWay.length > 0 && !this.isAnswered(message)) continue;
      if (message.type === "Z") await this.end(message);
      yield Buffer.concat(held);
      held = [];
    }
    yield Buffer.concat(held);
  }

  /** Whether the client has to see this at once: the database waits for more from it, or has no more to say. */
  private isAnswered({ type }: PostgresMessage): boolean {
    return type === "Z" || type === "G" || type === "W";
  }

  private async end(ready: PostgresMessage): Promise<void> {
    this.transaction = TRANSACTION[ready.fields.letter() as keyof typeof TRANSACTION];
    const statement = this.underWay.shift() ?? null;
    if (statement !== null) await this.hooks().afterStatement?.(this, statement);
  }
}

/** Parse, Bind, Describe, Execute and Close do not run before a Sync does. */
function isHeld({ type }: PostgresMessage): boolean {
  return type !== "" && "PBDEC".includes(type);
}

function endsStatement({ type }: PostgresMessage): boolean {
  return type === "Q" || type === "S";
}
