import fastifyCors from "@fastify/cors";
import type { FastifyInstance } from "fastify";

/** How long a browser remembers that it may ask: as long as any of them does. */
const PREFLIGHT_S = 7_200;

/** Lets the pages of these origins, and of no others, ask from a browser. Without any, no browser lets a foreign page read an answer. */
export async function letOriginsAsk(server: FastifyInstance, origins: readonly string[]): Promise<void> {
  if (origins.length === 0) return;
  await server.register(fastifyCors, {
    origin: [...origins],
    methods: ["GET", "POST"],
    allowedHeaders: ["authorization", "content-type", "apollo-require-preflight"],
    exposedHeaders: ["retry-after"],
    // Tokens are sent by the page itself: there are no cookies that a browser would add.
    credentials: false,
    maxAge: PREFLIGHT_S,
  });
}
