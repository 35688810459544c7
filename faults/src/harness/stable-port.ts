import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";

/** A port of 127.0.0.1 that leads to another one, which may change: a server that comes back elsewhere is found as before. */
export class StablePort {
  private readonly sockets = new Set<Socket>();

  private constructor(
    private readonly server: Server,
    /** The port that it leads to from now on. */
    public target: number,
  ) {
    server.on("connection", (near) => this.join(near));
  }

  static async to(target: number): Promise<StablePort> {
    const server = createServer({ noDelay: true });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    return new StablePort(server, target);
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    this.server.close();
    for (const socket of this.sockets) socket.destroy();
  }

  private join(near: Socket): void {
    const far = connect({ port: this.target, host: "127.0.0.1", noDelay: true });
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      this.sockets.add(one);
      one.pipe(other);
      one.on("error", () => other.destroy());
      one.on("close", () => {
        this.sockets.delete(one);
        other.destroy();
      });
    }
  }
}
