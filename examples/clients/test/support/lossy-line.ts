import { once } from "node:events";
import { type AddressInfo, createConnection, createServer, type Server, type Socket } from "node:net";

/** A line to a service, byte for byte, that can be cut when the service has done its work and its answer is on the way. */
export class LossyLine {
  private losing: string | null = null;
  private readonly sockets = new Set<Socket>();

  /** How many answers were lost. */
  lost = 0;

  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  static async to(serviceUrl: string): Promise<LossyLine> {
    const { hostname, port } = new URL(serviceUrl);
    const server = createServer((near) => line.connect(near, createConnection(Number(port), hostname)));
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const line = new LossyLine(server, `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`);
    return line;
  }

  /** Cuts the connection instead of handing on the next answer that holds this text. */
  loseNextAnswerWith(text: string): void {
    this.losing = text;
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    this.server.close();
    await once(this.server, "close");
  }

  private connect(near: Socket, far: Socket): void {
    for (const socket of [near, far]) {
      this.sockets.add(socket);
      socket.on("error", () => socket.destroy());
    }
    near.on("data", (request) => far.write(request)).on("close", () => far.destroy());
    far
      .on("data", (answer) => (this.isToLose(answer) ? near.destroy() : near.write(answer)))
      .on("close", () => near.destroy());
  }

  private isToLose(answer: Buffer): boolean {
    if (this.losing === null || !answer.includes(this.losing)) return false;
    this.losing = null;
    this.lost++;
    return true;
  }
}
