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
import { errorFormatter, type ReportError } from "./errors/format-error.js";
import { clientErrorHandler, errorHandler, transportError } from "./errors/transport-errors.js";
import { takeOnlyJson } from "./json-body.js";
import { protectBrowsers, servePages } from "./pages.js";
import { coerceVariables } from "./plugins/coerce-variables.js";
import { knownOperations } from "./plugins/known-operations.js";
import { legacyStatus } from "./plugins/legacy-status.js";
import { limitFields } from "./plugins/limit-fields.js";

const PATH = "/graphql";
const BODY_LIMIT_BYTES = 1024 * 1024;
const MAX_TOKENS = 5_000;
const REQUEST_TIMEOUT_MS = 30_000;

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
}

/** The HTTP server, ready to listen. Closing it lets the requests under way finish. */
export async function createServer(parts: ServerParts): Promise<FastifyInstance> {
  const apollo = apolloServer(parts);
  await apollo.start();
  const server = fastifyServer(parts);
  await protectBrowsers(server);
  if (parts.pages !== null) await servePages(server, parts.pages);
  const handler = fastifyApolloHandler(apollo, { context: async ({ caller }) => parts.newContext(caller as Caller) });
  server.decorateRequest("caller", null);
  // Before anything of the request is read but its headers.
  const onRequest = async (request: FastifyRequest) => {
    request.caller = await parts.callers.callerOf(request.headers.authorization, request.id);
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

function apolloServer({ schema, logger, report }: ServerParts): ApolloServer<Context> {
  return new ApolloServer<Context>({
    schema,
    logger,
    validationRules: [knownOperations],
    introspection: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    persistedQueries: false,
    parseOptions: { maxTokens: MAX_TOKENS },
    formatError: errorFormatter(report),
    plugins: [
      // As it comes, it wraps every field, and lists take twice as long.
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      coerceVariables,
      limitFields,
      legacyStatus,
    ],
  });
}

function fastifyServer({ logger, report, newRequestId }: ServerParts): FastifyInstance {
  const onError = errorHandler(report);
  const server = fastify({
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: newRequestId,
    bodyLimit: BODY_LIMIT_BYTES,
    keepAliveTimeout: KEEP_ALIVE_MS,
    requestTimeout: REQUEST_TIMEOUT_MS,
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
