import { isUtf8 } from "node:buffer";
import type { FastifyInstance, FastifyRequest } from "fastify";

/**
 * Takes bodies of JSON in UTF-8, and no others: what is in another encoding would be read as other characters, and a name
 * would be stored that nobody bears.
 */
export function takeOnlyJson(server: FastifyInstance): void {
  const parse = server.getDefaultJsonParser("error", "error");
  server.removeAllContentTypeParsers();
  server.addContentTypeParser("application/json", { parseAs: "buffer" }, (request, body: Buffer, done) => {
    if (isEncodedOtherwise(request)) return done(refusal(415));
    if (!isUtf8(body)) return done(refusal(400));
    return parse(request, body.toString(), done);
  });
}

function isEncodedOtherwise({ headers }: FastifyRequest): boolean {
  const [, charset = "utf-8"] = /;\s*charset="?([^";\s]+)/i.exec(headers["content-type"] ?? "") ?? [];
  return !/^utf-?8$/i.test(charset) || (headers["content-encoding"] ?? "identity") !== "identity";
}

function refusal(statusCode: number): Error {
  return Object.assign(new Error("The body cannot be read."), { statusCode });
}
