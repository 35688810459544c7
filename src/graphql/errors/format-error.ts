import { unwrapResolverError } from "@apollo/server/errors";
import { GraphQLError, type GraphQLFormattedError } from "graphql";
import { Forbidden } from "../../application/caller.js";
import { OutcomeUnknown } from "../../application/outcome-unknown.js";
import { InvalidPosition } from "../../application/page.js";
import { PreviewOutdated } from "../../application/preview-outdated.js";
import { StorageUnavailable } from "../../application/storage-unavailable.js";
import { tooManyTokens } from "../limits/query-too-large.js";
import type { ReportError } from "./report-error.js";
import { TRANSPORT_ERRORS } from "./transport-errors.js";
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
    const { code, message } = TRANSPORT_ERRORS[statusOf(cause)] as (typeof TRANSPORT_ERRORS)[number];
    return answer(formatted, message, { code, errorId: report(cause) });
  };
}

/** What is not the client's fault: an outage, of which it can make something, or a fault of ours. */
function statusOf(cause: unknown): number {
  if (cause instanceof StorageUnavailable) return 503;
  return cause instanceof OutcomeUnknown ? 504 : 500;
}

function answer(
  { locations, path }: GraphQLFormattedError,
  message: string,
  extensions: Record<string, unknown>,
): GraphQLFormattedError {
  return { message, ...(locations && { locations }), ...(path && { path }), extensions };
}
