import type { Document } from "../load/document.js";

/** What a crowd is told to do. */
export interface CrowdOrders {
  readonly url: string;
  /** What is asked, one after the other. */
  readonly documents: readonly Document[];
  /** How many connections, each with one request at a time. */
  readonly connections: number;
  /** For how long, or how many requests in all. */
  readonly end: { readonly afterMs: number } | { readonly afterRequests: number };
  /** How long a connection pauses after an answer. */
  readonly pauseMs?: number;
}

/** What a crowd saw of one kind of answer: `200`, `503 SERVICE_UNAVAILABLE`, `no answer ECONNRESET`, … */
export interface CrowdAnswers {
  readonly count: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly mostMs: number;
  /** How many of them had no `Retry-After`. */
  readonly withoutRetryAfter: number;
}

export type CrowdReport = Readonly<Record<string, CrowdAnswers>>;
