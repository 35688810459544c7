import { unwrapResolverError } from "@apollo/server/errors";
import { GraphQLError, type GraphQLFormattedError } from "graphql";
import { Forbidden } from "../../application/caller.js";
import { InvalidPosition } from "../../application/page.js";
import { PreviewOutdated } from "../../application/preview-outdated.js";
import { tooManyTokens } from "../limits/query-too-large.js";
import { withoutValues } from "./without-values.js";

/** What a client can do something about. Everything else is a bug or an outage, and is masked. */
export const PUBLIC_CODES: ReadonlySet<unknown> = new Set<unknown>([
  "BAD_REQUEST",
  "BAD_USER_INPUT",
  "DOCUMENT_NOT_TRUSTED",
  "GRAPHQL_PARSE_FAILED",
  "GRAPHQL_VALIDATION_FAILED",
  "OPERATION_RESOLUTION_FAILURE",
  "PERSISTED_QUERY_NOT_FOUND",
  "PERSISTED_QUERY_NOT_SUPPORTED",
  "QUERY_TOO_LARGE",
]);

/** Writes down what a client must not see, but never a parameter or a value, and answers with the id that it is found by. */
export type ReportError = (error: unknown) => string;

/** The one place where errors become answers. */
export function errorFormatter(report: ReportError) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const cause = unwrapResolverError(error);
    if (cause instanceof PreviewOutdated) return answer(formatted, cause.message, { code: cause.code });
    if (cause instanceof Forbidden) return answer(formatted, cause.message, { code: "FORBIDDEN", scope: cause.scope });
    if (cause instanceof InvalidPosition) {
      const argument = [cause.bound];
      return answer(formatted, cause.message, { code: "BAD_USER_INPUT", argument, reason: cause.code });
    }
    const tooLarge = tooManyTokens(formatted);
    if (tooLarge !== null) {
      const { http: _, ...extensions } = tooLarge.extensions;
      return answer(formatted, tooLarge.message, extensions);
    }
    if (error instanceof GraphQLError && PUBLIC_CODES.has(formatted.extensions?.code)) {
      const { stacktrace: _, ...extensions } = formatted.extensions ?? {};
      return answer(formatted, withoutValues(error), extensions);
    }
    const extensions = { code: "INTERNAL_SERVER_ERROR", errorId: report(cause) };
    return answer(formatted, "Something went wrong on our side.", extensions);
  };
}

function answer(
  { locations, path }: GraphQLFormattedError,
  message: string,
  extensions: Record<string, unknown>,
): GraphQLFormattedError {
  return { message, ...(locations && { locations }), ...(path && { path }), extensions };
}
