import { STATUS_CODES } from "node:http";
import type { Socket } from "node:net";
import type { FastifyError, FastifyReply, FastifyRequest } from "fastify";
import { CallersUnknown, Unauthenticated } from "../../application/callers.js";
import { RateLimited } from "../limits/rate-limits.js";
import { Overloaded } from "../limits/requests-at-once.js";
import type { ReportError } from "./report-error.js";

/** When to ask again what could not be answered now. */
export const RETRY_AFTER_S = 1;

/** What is answered under each status, before GraphQL or around it. */
export const TRANSPORT_ERRORS: Record<number, { code: string; message: string }> = {
  400: { code: "BAD_REQUEST", message: "The request is not well-formed." },
  401: { code: "UNAUTHENTICATED", message: "A bearer token is needed that says who is calling." },
  404: { code: "NOT_FOUND", message: "There is nothing here; GraphQL is at /graphql." },
  405: { code: "METHOD_NOT_ALLOWED", message: "GraphQL is served by GET and POST." },
  408: { code: "REQUEST_TIMEOUT", message: "The request took too long to arrive." },
  413: { code: "PAYLOAD_TOO_LARGE", message: "The request's body is too large." },
  415: { code: "UNSUPPORTED_MEDIA_TYPE", message: "The request's body must be application/json in UTF-8." },
  431: { code: "HEADERS_TOO_LARGE", message: "The request's headers are too large." },
  429: { code: "RATE_LIMITED", message: "These are too many requests; wait as long as `Retry-After` says." },
  503: { code: "SERVICE_UNAVAILABLE", message: "This cannot be answered now, and nothing was changed; try again." },
  504: {
    code: "OUTCOME_UNKNOWN",
    message: "Whether this was done is not known; the same request with the same idempotency key tells.",
  },
  500: { code: "INTERNAL_SERVER_ERROR", message: "Something went wrong on our side." },
};

/** What went wrong before GraphQL, or around it, in the shape of a GraphQL answer. */
export function transportError(status: number, extensions: Record<string, unknown> = {}) {
  const { code, message } = TRANSPORT_ERRORS[status] ?? { code: "BAD_REQUEST", message: `${STATUS_CODES[status]}.` };
  return { errors: [{ message, extensions: { code, ...extensions } }] };
}

/** For everything that Fastify refuses or that a handler throws. What is not the client's fault is masked. */
export function errorHandler(report: ReportError) {
  return (error: FastifyError, _request: FastifyRequest, reply: FastifyReply): void => {
    if (error instanceof Unauthenticated) {
      reply.code(401).header("www-authenticate", challenge(error)).send(transportError(401));
      return;
    }
    if (error instanceof RateLimited) {
      reply.code(429).header("retry-after", error.retryAfterS).send(transportError(429));
      return;
    }
    if (error instanceof Overloaded || error instanceof CallersUnknown) {
      if (error instanceof CallersUnknown) report(error.cause);
      reply.code(503).header("retry-after", RETRY_AFTER_S).send(transportError(503));
      return;
    }
    const status = error.statusCode ?? 500;
    if (status < 500) {
      reply.code(status).send(transportError(status));
      return;
    }
    reply.code(500).send(transportError(500, { errorId: report(error) }));
  };
}

/** As RFC 6750 has it. */
function challenge({ token }: Unauthenticated): string {
  return token === "missing" ? "Bearer" : 'Bearer error="invalid_token"';
}

/** For what is not HTTP at all, or does not arrive: there is no request yet, only a socket. */
export function clientErrorHandler(error: { code?: string }, socket: Socket): void {
  if (error.code === "ECONNRESET" || !socket.writable) {
    socket.destroy();
    return;
  }
  const status = { ERR_HTTP_REQUEST_TIMEOUT: 408, HPE_HEADER_OVERFLOW: 431 }[error.code ?? ""] ?? 400;
  const body = JSON.stringify(transportError(status));
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nContent-Type: application/json; charset=utf-8\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  );
}
