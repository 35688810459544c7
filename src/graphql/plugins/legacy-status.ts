import type { ApolloServerPlugin } from "@apollo/server";

/**
 * GraphQL over HTTP: where a client asks for application/json, the answer to a well-formed request has the status 200,
 * errors or not; application/graphql-response+json says with 400 that nothing was executed. Without a document it is no request.
 */
export const legacyStatus: ApolloServerPlugin = {
  requestDidStart: async () => ({
    willSendResponse: async ({ request, response }) => {
      const accepts = request.http?.headers.get("accept") ?? "";
      if (request.query && response.http.status === 400 && !accepts.includes("application/graphql-response+json")) {
        response.http.status = 200;
      }
    },
  }),
};
