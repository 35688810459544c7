import { setTimeout as sleep } from "node:timers/promises";
import { documentOf } from "../../load/document.js";
import { clock } from "../../load/history.js";
import { type HttpAnswer, isLast } from "../../sockets/http-answer.js";
import { requestOf } from "../../sockets/http-request.js";
import { HttpSocket } from "../../sockets/http-socket.js";

/** A registration that was sent in full, and what came of it. */
export interface SentRequest {
  readonly key: string;
  readonly sentAt: number;
  /** Whether it was the first on its connection, which was opened just before. */
  readonly isFirst: boolean;
  /** Null where the connection ended before it had come in full. */
  readonly answer: HttpAnswer | null;
  /** How many bytes of an answer came that never came in full. */
  readonly cutOffBytes: number;
}

interface SteadyOptions {
  readonly url: string;
  /** Begins the keys of its requests. */
  readonly name: string;
  readonly masterId: string;
  /** Between an answer and the next request on the same connection, in milliseconds. */
  readonly pauseMs: number;
}

/** Registers members over connections that it keeps open for as long as the service lets it, until nobody listens any more. */
export class SteadyClient {
  readonly requests: SentRequest[] = [];

  constructor(private readonly options: SteadyOptions) {}

  /** Resolves once a connection was refused. */
  async run(): Promise<void> {
    for (;;) {
      const socket = await HttpSocket.open(this.options.url).catch(() => null);
      if (socket === null) return;
      await this.ask(socket);
      socket.close();
    }
  }

  /** One request, on a connection of its own. */
  async askOnce(): Promise<void> {
    const socket = await HttpSocket.open(this.options.url);
    await this.request(socket, true);
    socket.close();
  }

  private async ask(socket: HttpSocket): Promise<void> {
    for (let isFirst = true; socket.isOpen; isFirst = false) {
      const { answer } = await this.request(socket, isFirst);
      if (answer === null || isLast(answer)) return;
      if (this.options.pauseMs > 0) await sleep(this.options.pauseMs);
    }
  }

  private async request(socket: HttpSocket, isFirst: boolean): Promise<SentRequest> {
    const { name, masterId } = this.options;
    const key = `${name}/${this.requests.length}`;
    const sentAt = clock();
    socket.send(requestOf(documentOf({ kind: "registerMember", masterId, name: "示例成员有限公司" }, key)));
    const answer = await socket.answer();
    const request = { key, sentAt, isFirst, answer, cutOffBytes: socket.unanswered };
    this.requests.push(request);
    return request;
  }
}
