import type { ApolloServerPlugin } from "@apollo/server";
import { type GraphQLFormattedError, Kind, type OperationDefinitionNode } from "graphql";
import { RETRY_AFTER_S, TRANSPORT_ERRORS } from "../errors/transport-errors.js";

const { 503: UNAVAILABLE, 504: UNKNOWN } = TRANSPORT_ERRORS;

/**
 * Answers for outages as clients and proxies know it. Where nothing of an operation could be answered the status says so too:
 * 503 where nothing was changed, 504 where that is not known. An outage after a change leaves it unknown to whoever asked.
 */
export const outages: ApolloServerPlugin = {
  requestDidStart: async () => ({
    willSendResponse: async ({ operation, response: { body, http } }) => {
      if (body.kind !== "single" || body.singleResult.errors === undefined) return;
      const errors = body.singleResult.errors.map((error) =>
        mayHaveChanged(operation, error) ? inDoubt(error) : error,
      );
      body.singleResult.errors = errors;
      const status = statusOf(errors);
      if (status === null || Object.values(body.singleResult.data ?? {}).some((value) => value !== null)) return;
      http.status = status;
      http.headers.set("retry-after", String(RETRY_AFTER_S));
    },
  }),
};

/** What a mutation answers with is read after its change, and one of several may come after another. */
function mayHaveChanged(operation: OperationDefinitionNode | undefined, { path = [] }: GraphQLFormattedError): boolean {
  if (operation?.operation !== "mutation") return false;
  const [first, ...others] = operation.selectionSet.selections;
  return path.length > 1 || others.length > 0 || first?.kind !== Kind.FIELD;
}

function inDoubt(error: GraphQLFormattedError): GraphQLFormattedError {
  if (error.extensions?.code !== UNAVAILABLE?.code) return error;
  return { ...error, message: UNKNOWN?.message ?? "", extensions: { ...error.extensions, code: UNKNOWN?.code } };
}

/** What is worse goes first. */
function statusOf(errors: readonly GraphQLFormattedError[]): number | null {
  const codes = errors.map(({ extensions }) => extensions?.code);
  return [504, 503].find((status) => codes.includes(TRANSPORT_ERRORS[status]?.code)) ?? null;
}
