import { ApolloServer } from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from "@apollo/server/plugin/disabled";
import { fastifyApolloHandler } from "@as-integrations/fastify";
import { type FastifyBaseLogger, type FastifyInstance, type FastifyRequest, fastify, LogController } from "fastify";
import type { GraphQLSchema } from "graphql";
import type { Caller } from "../application/caller.js";
import type { Callers } from "../application/callers.js";
import type { Context } from "./context.js";
import { letOriginsAsk } from "./cross-origin.js";
import { errorFormatter } from "./errors/format-error.js";
import type { ReportError } from "./errors/report-error.js";
import { clientErrorHandler, errorHandler, transportError } from "./errors/transport-errors.js";
import { type Health, tellHealth } from "./health.js";
import { takeOnlyJson } from "./json-body.js";
import { type Admission, trusting } from "./limits/admission.js";
import { limitQueries } from "./limits/limit-queries.js";
import { rateLimitsOf } from "./limits/rate-limits.js";
import { atMost } from "./limits/requests-at-once.js";
import { trustDocuments } from "./limits/trusted-documents.js";
import { protectBrowsers, servePages } from "./pages.js";
import { coerceVariables } from "./plugins/coerce-variables.js";
import { knownOperations } from "./plugins/known-operations.js";
import { legacyStatus } from "./plugins/legacy-status.js";
import { outageStatus } from "./plugins/outage-status.js";

const PATH = "/graphql";
const BODY_LIMIT_BYTES = 1024 * 1024;

/** How long the headers of a request may take to arrive, and all of it; and how often that is looked at. */
const HEADERS_WITHIN_MS = 5_000;
const REQUEST_WITHIN_MS = 8_000;
const LOOKED_AT_EVERY_MS = 1_000;

/** Longer than any answer takes to begin: whoever does not read on by then has gone. */
const SILENT_FOR_MS = 15_000;

/** Longer, and a stop would wait for connections that nobody uses. */
const KEEP_ALIVE_MS = 5_000;

declare module "fastify" {
  interface FastifyRequest {
    /** Who is calling, once that is known. */
    caller: Caller | null;
  }
}

export interface ServerParts {
  readonly schema: GraphQLSchema;
  readonly callers: Callers;
  readonly newContext: (caller: Caller) => Context;
  readonly newRequestId: () => string;
  readonly logger: FastifyBaseLogger;
  readonly report: ReportError;
  /** The folder of the built pages; null for none. */
  readonly pages: string | null;
  readonly admission: Admission;
  readonly health: Health;
}

/** The HTTP server, ready to listen. Closing it lets the requests under way finish. */
export async function createServer(parts: ServerParts): Promise<FastifyInstance> {
  const apollo = apolloServer(parts);
  await apollo.start();
  const server = fastifyServer(parts);
  await protectBrowsers(server);
  await letOriginsAsk(server, parts.admission.corsOrigins);
  const { ofAddress, ofCaller } = await rateLimitsOf(server, parts.admission.rateLimits);
  tellHealth(server, parts.health);
  if (parts.pages !== null) await servePages(server, parts.pages);
  const handler = atMost(
    parts.admission.requestsAtOnce,
    fastifyApolloHandler(apollo, { context: async ({ caller }) => parts.newContext(caller as Caller) }),
  );
  server.decorateRequest("caller", null);
  // Before anything of the request is read but its headers.
  const onRequest = async (request: FastifyRequest) => {
    await ofAddress(request);
    request.caller = await parts.callers.callerOf(request.headers.authorization, request.id);
    await ofCaller(request);
  };
  server.route({ url: PATH, method: ["GET", "POST"], onRequest, handler });
  server.route({
    url: PATH,
    method: ["DELETE", "HEAD", "OPTIONS", "PATCH", "PUT"],
    handler: (_request, reply) => reply.code(405).header("allow", "GET, POST").send(transportError(405)),
  });
  server.addHook("onClose", () => apollo.stop());
  return server;
}

function apolloServer({ schema, logger, report, admission }: ServerParts): ApolloServer<Context> {
  return new ApolloServer<Context>({
    schema,
    logger,
    validationRules: [knownOperations],
    introspection: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    persistedQueries: false,
    parseOptions: { maxTokens: admission.queryLimits.tokens },
    formatError: errorFormatter(report),
    plugins: [
      // As it comes, it wraps every field, and lists take twice as long.
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      trustDocuments(admission.trustedDocuments),
      coerceVariables,
      limitQueries(admission.queryLimits),
      legacyStatus,
      outageStatus,
    ],
  });
}

function fastifyServer({ logger, report, newRequestId, admission: { trustProxy } }: ServerParts): FastifyInstance {
  const onError = errorHandler(report);
  const server = fastify({
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: newRequestId,
    trustProxy: trusting(trustProxy),
    bodyLimit: BODY_LIMIT_BYTES,
    keepAliveTimeout: KEEP_ALIVE_MS,
    requestTimeout: REQUEST_WITHIN_MS,
    connectionTimeout: SILENT_FOR_MS,
    http: { headersTimeout: HEADERS_WITHIN_MS, connectionsCheckingInterval: LOOKED_AT_EVERY_MS },
    forceCloseConnections: "idle",
    return503OnClosing: false,
    exposeHeadRoutes: false,
    clientErrorHandler,
    frameworkErrors: onError,
  });
  takeOnlyJson(server);
  server.setErrorHandler(onError);
  server.setNotFoundHandler((_request, reply) => reply.code(404).send(transportError(404)));
  // A GET's URL holds its variables, so that nothing of it is logged but the path that it was routed by.
  server.addHook("onResponse", async (request, reply) => {
    const { method, routeOptions, id } = request;
    logger.info(
      { requestId: id, method, route: routeOptions.url, status: reply.statusCode, ms: reply.elapsedTime },
      "answered",
    );
  });
  return server;
}
