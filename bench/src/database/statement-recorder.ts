import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";
import { FrontendMessages } from "./frontend-messages.js";

/** A statement as a client sent it: its text, its parameters as text and, where it was prepared under one, its name. */
export interface Statement {
  readonly text: string;
  readonly values: readonly (string | null)[];
  readonly name?: string;
}

/**
 * Stands between a client and PostgreSQL, passes on what they say, and notes the statements. So "the statements of an
 * operation" are those that the running service sends, whatever it sends them by.
 */
export class StatementRecorder {
  private noted: Statement[] = [];
  private readonly sockets = new Set<Socket>();

  private constructor(
    private readonly server: Server,
    /** The address of the database, through here. */
    readonly url: string,
  ) {}

  static async before(databaseUrl: string): Promise<StatementRecorder> {
    const target = new URL(databaseUrl);
    const server = createServer();
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const through = new URL(databaseUrl);
    through.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    const recorder = new StatementRecorder(server, through.href);
    server.on("connection", (client) => recorder.pass(client, target));
    return recorder;
  }

  /** The statements that are sent during `work`, in their order. */
  async during(work: () => Promise<unknown>): Promise<readonly Statement[]> {
    this.noted = [];
    await work();
    return this.noted;
  }

  close(): void {
    for (const socket of this.sockets) socket.destroy();
    this.server.close();
  }

  private pass(client: Socket, target: URL): void {
    const database = connect({ host: target.hostname, port: Number(target.port || 5432) });
    const messages = new FrontendMessages((statement) => this.noted.push(statement));
    client.on("data", (bytes) => messages.read(bytes));
    for (const [one, other] of [[client, database] as const, [database, client] as const]) {
      this.sockets.add(one);
      one.pipe(other);
      one.on("error", () => other.destroy());
      one.on("close", () => this.sockets.delete(one));
    }
  }
}
