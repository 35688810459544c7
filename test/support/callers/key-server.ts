import { once } from "node:events";
import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What is answered to whoever asks for the keys. */
export type Answering = (response: ServerResponse) => void;

export const answering =
  (body: unknown, status = 200): Answering =>
  (response) =>
    response
      .writeHead(status, { "content-type": "application/json" })
      .end(typeof body === "string" ? body : JSON.stringify(body));

/** Accepts the request and never says anything. */
export const hanging: Answering = () => undefined;

/** Begins an answer and never ends it. */
export const stalling: Answering = (response) => {
  response.writeHead(200, { "content-type": "application/json" });
  response.write('{"keys":[');
};

/** Where an issuer publishes its keys. Each test says what it answers. */
export class KeyServer {
  answer: Answering = answering({ keys: [] });
  /** How often it was asked. */
  requests = 0;
  private server: Server | null = null;
  private port = 0;

  static async start(): Promise<KeyServer> {
    const keyServer = new KeyServer();
    await keyServer.comeBack();
    return keyServer;
  }

  get url(): URL {
    return new URL(`http://127.0.0.1:${this.port}/keys`);
  }

  /** Nobody listens any more. */
  async goAway(): Promise<void> {
    const { server } = this;
    if (server === null) return;
    this.server = null;
    server.close();
    server.closeAllConnections();
    await once(server, "close");
  }

  /** At the same address as before. */
  async comeBack(): Promise<void> {
    this.server = createServer((_request, response) => {
      this.requests += 1;
      this.answer(response);
    });
    this.server.listen(this.port, "127.0.0.1");
    await once(this.server, "listening");
    this.port = (this.server.address() as AddressInfo).port;
  }
}
