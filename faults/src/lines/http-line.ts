import { once } from "node:events";
import { Agent, createServer, type IncomingMessage, request, type Server, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { buffer } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";

/** A request on its way, in full. */
export interface Exchange {
  readonly method: string;
  readonly path: string;
  readonly body: Buffer;
}

/** `cut` resets the client's connection instead. */
export type Fate = "pass" | "cut";

/** Called at the moments of a request. While a hook waits, the request does too. */
export interface ExchangeHooks {
  /** The request has come from the client in full; the server has seen nothing of it. */
  readonly beforeRequest?: (exchange: Exchange) => Fate | Promise<Fate>;
  /** The answer has begun to come from the server; the client has seen nothing of it. */
  readonly beforeAnswer?: (exchange: Exchange, status: number) => Fate | Promise<Fate>;
}

/** A line through which clients reach a server on HTTP, request by request. It keeps its port when the server takes another. */
export class HttpLine {
  /** In force from the next moment of any request on. */
  hooks: ExchangeHooks = {};
  /** How many requests came, how many answers were passed on, and how many connections were cut instead. */
  readonly counts = { requests: 0, answers: 0, cuts: 0 };

  /** Lets go of a connection before the server, which does so after 5 s, could do so under a request. */
  private readonly agent = new Agent({ keepAlive: true, timeout: 2_000 });

  private constructor(
    private readonly server: Server,
    private target: string,
  ) {
    server.on("request", (asked, answer) => void this.exchange(asked, answer));
  }

  /** @param target a URL of the server, whose path is of no account */
  static async to(target: string): Promise<HttpLine> {
    const server = createServer();
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    return new HttpLine(server, target);
  }

  /** Has requests from now on go elsewhere. */
  retarget(target: string): void {
    this.target = target;
  }

  /** The same URL, through here. */
  through(url: string): string {
    const through = new URL(url);
    through.host = `127.0.0.1:${(this.server.address() as AddressInfo).port}`;
    return through.href;
  }

  async close(): Promise<void> {
    this.server.close();
    this.server.closeAllConnections();
    this.agent.destroy();
    if (this.server.listening) await once(this.server, "close");
  }

  private async exchange(asked: IncomingMessage, answer: ServerResponse): Promise<void> {
    this.counts.requests += 1;
    try {
      const exchange = { method: asked.method ?? "", path: asked.url ?? "/", body: await buffer(asked) };
      if ((await this.hooks.beforeRequest?.(exchange)) === "cut") return this.cut(asked.socket);
      const given = await this.forward(asked, exchange);
      const status = given.statusCode ?? 0;
      if ((await this.hooks.beforeAnswer?.(exchange, status)) === "cut") return this.cut(asked.socket, given);
      answer.writeHead(status, given.rawHeaders);
      await pipeline(given, answer);
      this.counts.answers += 1;
    } catch {
      this.cut(asked.socket); // the server or the client is gone: the other learns it the same way
    }
  }

  private async forward({ rawHeaders }: IncomingMessage, { method, path, body }: Exchange): Promise<IncomingMessage> {
    const sent = request(new URL(path, this.target), { method, headers: rawHeaders, agent: this.agent });
    sent.end(body);
    const [answer] = (await once(sent, "response")) as [IncomingMessage];
    return answer;
  }

  private cut(client: Socket, given?: IncomingMessage): void {
    this.counts.cuts += 1;
    given?.destroy();
    if (!client.destroyed) client.resetAndDestroy();
  }
}
