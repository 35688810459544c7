import fastifyRateLimit from "@fastify/rate-limit";
import type { FastifyInstance, FastifyRequest } from "fastify";

/** Requests in a minute; null for any number. */
export interface RateLimits {
  readonly perCaller: number | null;
  readonly perAddress: number | null;
}

/** A caller, or an address, has asked more often than it may. Nothing was looked at. */
export class RateLimited extends Error {
  override readonly name = "RateLimited";

  constructor(readonly retryAfterS: number) {
    super(`Too many requests; the next one in ${retryAfterS} seconds.`);
  }
}

/** Counts a request. @throws RateLimited */
export type Count = (request: FastifyRequest) => Promise<void>;

const MINUTE_MS = 60_000;

/** What counts requests by their address, and by their caller once that is known: each replica by itself. */
export async function rateLimitsOf(
  server: FastifyInstance,
  { perCaller, perAddress }: RateLimits,
): Promise<{ readonly ofAddress: Count; readonly ofCaller: Count }> {
  await server.register(fastifyRateLimit, { global: false });
  return {
    // A network of IPv6 that is one subscriber's, of 64 bits, counts as one address.
    ofAddress: limited(server, perAddress),
    ofCaller: limited(server, perCaller, ({ caller }) => caller?.recordedBy.subject ?? ""),
  };
}

function limited(
  server: FastifyInstance,
  max: number | null,
  keyGenerator?: (request: FastifyRequest) => string,
): Count {
  if (max === null) return async () => undefined;
  const count = server.createRateLimit({ max, timeWindow: MINUTE_MS, ...(keyGenerator && { keyGenerator }) });
  return async (request) => {
    const counted = await count(request);
    if (!counted.isAllowed && counted.isExceeded) throw new RateLimited(counted.ttlInSeconds);
  };
}
