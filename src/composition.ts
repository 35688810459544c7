// Before the first decorator runs.
import "reflect-metadata";
import type { FastifyInstance } from "fastify";
import type { Logger } from "pino";
import { Access } from "./application/access.js";
import type { Caller } from "./application/caller.js";
import type { Callers } from "./application/callers.js";
import type { Environment } from "./application/environment.js";
import type { Storage } from "./application/unit-of-work.js";
import type { Context } from "./graphql/context.js";
import type { Health } from "./graphql/health.js";
import type { Admission } from "./graphql/limits/admission.js";
import { Loaders } from "./graphql/loaders.js";
import { schemaOf } from "./graphql/schema.js";
import { createServer } from "./graphql/server.js";
import { Anyone } from "./infrastructure/callers/anyone.js";
import { systemEnvironment } from "./infrastructure/environment.js";
import { reportTo } from "./infrastructure/report-error.js";
import { DEFAULT_QUERY_LIMITS } from "./infrastructure/request-settings.js";
import { useCasesOn } from "./use-cases.js";

export interface CompositionOptions extends Partial<Admission> {
  readonly environment?: Environment;
  /** Without it, whoever calls may do everything. */
  readonly callers?: Callers;
  /** The folder of the built pages; without it, none are served. */
  readonly pages?: string | null;
  /** Without it, the service is always ready. */
  readonly health?: Health;
}

const ALWAYS_READY: Health = { isDraining: false, readiness: async () => "ready" };

/** Makes the service of its parts, on storage that is there already. The server does not listen yet. */
export function compose(
  storage: Storage,
  logger: Logger,
  {
    environment = systemEnvironment,
    callers = new Anyone(),
    pages = null,
    health = ALWAYS_READY,
    requestsAtOnce = Number.POSITIVE_INFINITY,
    queryLimits = DEFAULT_QUERY_LIMITS,
    rateLimits = { perCaller: null, perAddress: null },
    trustProxy = null,
    corsOrigins = [],
    trustedDocuments = null,
  }: CompositionOptions = {},
): Promise<FastifyInstance> {
  const newContext = (caller: Caller): Context => {
    const useCases = useCasesOn(new Access(storage, caller), environment);
    return { caller, useCases, loaders: new Loaders(useCases.browse, useCases.preview) };
  };
  return createServer({
    schema: schemaOf(),
    callers,
    newContext,
    newRequestId: environment.newId,
    logger,
    report: reportTo(logger),
    pages,
    health,
    admission: { requestsAtOnce, queryLimits, rateLimits, trustProxy, corsOrigins, trustedDocuments },
  });
}
