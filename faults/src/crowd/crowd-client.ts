import { Agent, request } from "node:http";
import type { Socket } from "node:net";
import { text } from "node:stream/consumers";

/** An answer as a client sees it. */
export interface SeenAnswer {
  /** Its status and, where it has errors, the first one's code; or that there was no answer, and why. */
  readonly kind: string;
  readonly hasRetryAfter: boolean;
  readonly ms: number;
}

/** What is said of a request on a connection that the server had closed as nobody used it: nobody can have worked on it. */
export const IDLE_CLOSED = "idle connection closed";

/** After which the service closes a connection that nobody uses. */
const IDLE_MS = 5_000;

/** Longer than the service may take for anything, so that it is seen to take too long. */
const GIVES_UP_AFTER_MS = 20_000;

/** Asks over connections that stay open, and says how long each answer took. */
export class CrowdClient {
  private readonly agent: Agent;
  /** When each connection was last used: the service has answered later than that. */
  private readonly usedAt = new WeakMap<Socket, number>();

  constructor(
    private readonly url: string,
    connections: number,
  ) {
    this.agent = new Agent({ keepAlive: true, maxSockets: connections, maxFreeSockets: connections });
  }

  async ask(body: string): Promise<SeenAnswer> {
    const began = performance.now();
    const seen = await this.answerTo(body).catch((error: NodeJS.ErrnoException) => ({
      kind: `no answer ${error.code ?? error.message}`,
      hasRetryAfter: false,
    }));
    return { ...seen, ms: performance.now() - began };
  }

  private answerTo(body: string): Promise<Omit<SeenAnswer, "ms">> {
    return new Promise((resolve, reject) => {
      const headers = { "content-type": "application/json", "content-length": Buffer.byteLength(body) };
      const signal = AbortSignal.timeout(GIVES_UP_AFTER_MS);
      const sent = request(this.url, { method: "POST", agent: this.agent, headers, signal });
      let wasIdle = false;
      sent.on("socket", (socket) => {
        wasIdle = this.useOf(socket) >= IDLE_MS;
      });
      sent.on("error", (error) => (wasIdle ? resolve({ kind: IDLE_CLOSED, hasRetryAfter: false }) : reject(error)));
      sent.on("response", (answer) => {
        const hasRetryAfter = Number(answer.headers["retry-after"]) > 0;
        text(answer).then((given) => resolve({ kind: kindOf(answer.statusCode ?? 0, given), hasRetryAfter }), reject);
      });
      sent.end(body);
    });
  }

  /** Begins a use of a connection. Answers with how long ago the one before began, in milliseconds. */
  private useOf(socket: Socket): number {
    const now = performance.now();
    const before = this.usedAt.get(socket) ?? now;
    this.usedAt.set(socket, now);
    return now - before;
  }
}

function kindOf(status: number, body: string): string {
  try {
    const { errors } = JSON.parse(body);
    return errors === undefined ? `${status}` : `${status} ${errors[0].extensions.code}`;
  } catch {
    return `${status} NOT GRAPHQL`;
  }
}
