import { setTimeout as pause } from "node:timers/promises";
import { backoff } from "./backoff.js";
import type { TypedDocumentString } from "./generated/graphql.js";
import { NamesakeError } from "./namesake-error.js";
import { readAnswer } from "./read-answer.js";

/** What a caller may want otherwise. */
export interface ClientOptions {
  /** Sent as a bearer token. */
  readonly token?: string;
  /** How long one attempt may take, its answer included. */
  readonly timeoutMs?: number;
  /** How many attempts are made, where more than one is safe. */
  readonly attempts?: number;
  /** The longest wait between two attempts; where we are asked for a longer one, we give up. */
  readonly longestPauseMs?: number;
  /** How it waits between two attempts. */
  readonly pause?: (ms: number) => Promise<unknown>;
}

/** Runs operations at a service. One that is safe to repeat is repeated until it is answered or its attempts are used up. */
export class NamesakeClient {
  private readonly url: URL;
  private readonly options: Required<Omit<ClientOptions, "token">>;
  private readonly headers: Record<string, string>;

  constructor(url: string, { token, ...options }: ClientOptions = {}) {
    this.url = new URL(url);
    this.options = { timeoutMs: 10_000, attempts: 4, longestPauseMs: 60_000, pause, ...options };
    this.headers = {
      "content-type": "application/json",
      accept: "application/graphql-response+json, application/json;q=0.9",
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    };
  }

  /** Answers with the operation's data, a refusal included. @throws NamesakeError where there is none */
  async run<Data, Variables>(document: TypedDocumentString<Data, Variables>, variables: Variables): Promise<Data> {
    const attempts = isRepeatable(document, variables) ? this.options.attempts : 1;
    const body = JSON.stringify({ query: document.toString(), variables });
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.attempt<Data>(body);
      } catch (error) {
        if (!(error instanceof NamesakeError && error.isTransient) || attempt >= attempts) throw error;
        const ms = backoff(attempt, error.failure.retryAfterMs);
        if (ms > this.options.longestPauseMs) throw error;
        await this.options.pause(ms);
      }
    }
  }

  private async attempt<Data>(body: string): Promise<Data> {
    const { url, headers } = this;
    const signal = AbortSignal.timeout(this.options.timeoutMs);
    try {
      return await readAnswer<Data>(await fetch(url, { method: "POST", headers, body, signal }));
    } catch (cause) {
      if (cause instanceof NamesakeError) throw cause;
      const message = signal.aborted ? "It took too long." : "The connection failed.";
      throw new NamesakeError({ code: "NO_ANSWER", message }, { cause });
    }
  }
}

/** Whether a second attempt does no harm where the first was done, and only its answer was lost. */
function isRepeatable(document: TypedDocumentString<unknown, never>, variables: unknown): boolean {
  const { input } = variables as { input?: { idempotencyKey?: string | null } };
  return /^\s*query\b/.test(document.toString()) || input?.idempotencyKey != null;
}
