import type { ApolloServerPlugin } from "@apollo/server";
import type { GraphQLFormattedError } from "graphql";
import { RETRY_AFTER_S, TRANSPORT_ERRORS } from "../errors/transport-errors.js";

/**
 * Where nothing of an operation could be answered for an outage, the status says so too, as clients and proxies know it: 503
 * where nothing was changed, 504 where that is not known.
 */
export const outageStatus: ApolloServerPlugin = {
  requestDidStart: async () => ({
    willSendResponse: async ({ response }) => {
      if (response.body.kind !== "single") return;
      const { data, errors = [] } = response.body.singleResult;
      const status = statusOf(errors);
      if (status === null || Object.values(data ?? {}).some((value) => value !== null)) return;
      response.http.status = status;
      response.http.headers.set("retry-after", String(RETRY_AFTER_S));
    },
  }),
};

/** What is worse goes first: of two changes the one may be known not to be made, and the other not. */
function statusOf(errors: readonly GraphQLFormattedError[]): number | null {
  const codes = errors.map(({ extensions }) => extensions?.code);
  return [504, 503].find((status) => codes.includes(TRANSPORT_ERRORS[status]?.code)) ?? null;
}
