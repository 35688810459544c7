import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";
import { type Cut, type Direction, LineConnection, type Passage, type Passages } from "./line-connection.js";

export interface Address {
  readonly host: string;
  readonly port: number;
}

/** A line through which clients reach a server on TCP. It keeps its port when the server takes another. */
export class TcpLine {
  readonly connections = new Set<LineConnection>();
  /** How many connections were opened so far, also those that did not reach the server. */
  opened = 0;
  /** How long bytes take on connections that are opened from now on, in milliseconds. */
  delayMs = 0;

  private stalled: readonly Direction[] = [];
  private readonly sockets = new Set<Socket>();

  protected constructor(
    private readonly server: Server,
    private target: Address,
  ) {
    server.on("connection", (client) => this.accept(client));
  }

  static async to(target: Address): Promise<TcpLine> {
    return new TcpLine(await listening(), target);
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** Has connections from now on go elsewhere; those that are open stay. */
  retarget(target: Address): void {
    this.target = target;
  }

  /** The same URL, through here. */
  through(url: string): string {
    const through = new URL(url);
    through.host = `127.0.0.1:${this.port}`;
    return through.href;
  }

  /** Cuts what is open. */
  cut(how: Cut): void {
    for (const connection of this.connections) connection.cut(how);
  }

  /** Holds the bytes of the connections there are, and of those to come. */
  stall(directions: readonly Direction[] = ["toClient", "toServer"]): void {
    this.stalled = directions;
    for (const connection of this.connections) connection.stall(directions);
  }

  /** Lets go what was held. */
  flow(): void {
    this.stalled = [];
    for (const connection of this.connections) connection.flow();
  }

  async close(): Promise<void> {
    this.server.close();
    this.cut("reset");
    for (const socket of this.sockets) socket.destroy();
    if (this.server.listening) await once(this.server, "close");
  }

  /** What is done to the bytes of a connection; nothing, on a plain line. */
  protected passagesOf(_connection: LineConnection): Passages {
    return { toClient: unchanged, toServer: unchanged };
  }

  private accept(client: Socket): void {
    const number = ++this.opened;
    const server = connect({ ...this.target, allowHalfOpen: true });
    const refuse = () => client.resetAndDestroy();
    this.attend(client, server);
    server.once("error", refuse);
    server.once("connect", () => {
      server.off("error", refuse);
      this.begin(new LineConnection(number, { client, server }));
    });
    client.once("close", () => server.connecting && server.destroy());
  }

  private begin(connection: LineConnection): void {
    this.connections.add(connection);
    connection.closed.then(() => this.connections.delete(connection));
    connection.delayMs = this.delayMs;
    connection.stall(this.stalled);
    connection.run(this.passagesOf(connection));
  }

  private attend(...sockets: readonly Socket[]): void {
    for (const socket of sockets) {
      this.sockets.add(socket);
      socket.setNoDelay(true);
      // What is lost shows by the end of the bytes.
      socket.on("error", () => {});
      socket.once("close", () => this.sockets.delete(socket));
    }
  }
}

/** A server on a free port of this machine, that nobody answers at yet. */
export async function listening(): Promise<Server> {
  const server = createServer({ allowHalfOpen: true });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return server;
}

const unchanged: Passage = (arriving) => arriving;
