import type { FastifyInstance } from "fastify";

/** Whether requests should come here; what for they should not, where not. */
export type Readiness = "ready" | "draining" | "database unreachable" | "migrations pending";

/** What the service knows of itself. */
export interface Health {
  /** Whether it is about to stop: what it still answers, it answers for the last time on its connection. */
  readonly isDraining: boolean;
  readiness(): Promise<Readiness>;
}

/**
 * For whoever supervises the service or shares requests out: `/livez` answers as long as the process does, `/readyz` with
 * 200 or 503 by its readiness. Neither asks who is calling.
 */
export function tellHealth(server: FastifyInstance, health: Health): void {
  server.get("/livez", async () => ({ status: "alive" }));
  server.get("/readyz", async (_request, reply) => {
    const status = await health.readiness();
    return reply.code(status === "ready" ? 200 : 503).send({ status });
  });
  server.addHook("onSend", async (_request, reply) => {
    if (health.isDraining) reply.header("connection", "close");
  });
}
