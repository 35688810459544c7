import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

/** What a gateway answers by itself; nothing, where it leaves a request without an answer. */
export interface OwnAnswer {
  readonly status: number;
  readonly headers?: Record<string, string>;
  readonly body: string;
}

/** A request as it reached the gateway. */
export interface SeenRequest {
  readonly method: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** What stands before a service: it answers the first requests as it is told to, and hands on all others. */
export class Gateway {
  readonly seen: SeenRequest[] = [];

  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  /** @param own its own answers, in their order; null is none at all */
  static async to(serviceUrl: string, ...own: readonly (OwnAnswer | null)[]): Promise<Gateway> {
    const answers = [...own];
    const server = createServer(async (request, response) => {
      const seen = { method: request.method ?? "", headers: request.headers, body: await text(request) };
      gateway.seen.push(seen);
      const answer = answers.shift();
      if (answer === null) return;
      if (answer !== undefined) send(answer, response);
      else send(await handOn(serviceUrl, request.url ?? "", seen), response);
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const gateway = new Gateway(server, `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`);
    return gateway;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, "close");
  }
}

/** An answer of the service's own kind, with one error. */
export function answerWithError(code: string, message: string): OwnAnswer {
  const body = JSON.stringify({ errors: [{ message, extensions: { code } }], data: null });
  return { status: 200, headers: { "content-type": "application/graphql-response+json; charset=utf-8" }, body };
}

async function handOn(serviceUrl: string, path: string, { method, headers, body }: SeenRequest): Promise<OwnAnswer> {
  const { accept = "*/*", "content-type": contentType } = headers;
  const response = await fetch(new URL(path, serviceUrl), {
    method,
    headers: { accept, ...(contentType !== undefined && { "content-type": contentType }) },
    ...(method === "POST" && { body }),
  });
  const type = response.headers.get("content-type") ?? "";
  return { status: response.status, headers: { "content-type": type }, body: await response.text() };
}

function send({ status, headers = {}, body }: OwnAnswer, response: ServerResponse): void {
  response.writeHead(status, headers).end(body);
}
