import { join } from "node:path";
import fastifyHelmet from "@fastify/helmet";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";

type Policy = Readonly<Record<string, readonly string[]>>;

/** An answer of the API is no page: a browser that shows one runs and loads nothing. */
const NOTHING: Policy = {
  defaultSrc: ["'none'"],
  baseUri: ["'none'"],
  formAction: ["'none'"],
  frameAncestors: ["'none'"],
};

/** Everything from the service itself, and nothing from anywhere else. */
const OWN_FILES: Policy = {
  ...NOTHING,
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'"],
  connectSrc: ["'self'"],
};

/** The editor measures and colours its text with styles of its own making, and works in workers. */
const EDITOR: Policy = {
  ...OWN_FILES,
  styleSrc: ["'self'", "'unsafe-inline'"],
  fontSrc: ["'self'", "data:"],
  imgSrc: ["'self'", "data:"],
  workerSrc: ["'self'"],
};

const POLICIES = { graphiql: EDITOR, preview: OWN_FILES };

/** Has every answer tell a browser what it may do with it. To be called before any route is added. */
export async function protectBrowsers(server: FastifyInstance): Promise<void> {
  await server.register(fastifyHelmet, {
    contentSecurityPolicy: contentSecurityPolicy(NOTHING),
    // Whether a whole domain is to be reached by TLS only is for the proxy to say that has the certificate.
    strictTransportSecurity: false,
  });
}

/** Serves the built pages of a folder at /graphiql and /preview; / leads to GraphiQL. */
export async function servePages(server: FastifyInstance, folder: string): Promise<void> {
  await server.register(fastifyStatic, {
    root: join(folder, "assets"),
    prefix: "/assets/",
    // Their names change with what is in them.
    immutable: true,
    maxAge: "365d",
    index: false,
  });
  server.get("/", (_request, reply) => reply.redirect("graphiql"));
  for (const [page, policy] of Object.entries(POLICIES)) {
    server.get(`/${page}`, { helmet: { contentSecurityPolicy: contentSecurityPolicy(policy) } }, (_request, reply) =>
      reply.sendFile(`${page}.html`, folder, { maxAge: 0, immutable: false }),
    );
  }
}

function contentSecurityPolicy(policy: Policy) {
  return { useDefaults: false, directives: policy };
}
