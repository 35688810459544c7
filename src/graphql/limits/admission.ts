import type { QueryLimits } from "./query-limits.js";
import type { RateLimits } from "./rate-limits.js";
import type { TrustedDocuments } from "./trusted-documents.js";

/** What is let in, and how much of it. */
export interface Admission {
  /** How many requests are worked on at once. */
  readonly requestsAtOnce: number;
  readonly queryLimits: QueryLimits;
  readonly rateLimits: RateLimits;
  /** How many proxies there are whose word on a client's address counts, or their addresses; null for none. */
  readonly trustProxy: number | readonly string[] | null;
  readonly corsOrigins: readonly string[];
  readonly trustedDocuments: TrustedDocuments | null;
}

/** What Fastify is to trust of `X-Forwarded-For`: it takes a number of proxies as a function alone. */
export function trusting(proxies: Admission["trustProxy"]) {
  if (proxies === null) return false;
  return typeof proxies === "number" ? (_address: string, hop: number) => hop < proxies : [...proxies];
}
