import { Client, fetchExchange } from "urql";

/** Speaks to the service that the page came from. The token is sent with every request, and written down nowhere. */
export function graphqlClient(token: string): Client {
  return new Client({
    // Relative, as the page may be served below any path.
    url: "graphql",
    // Names and certificate numbers have no place in a URL, which ends up in access logs.
    preferGetMethod: false,
    // No cache: a preview is of the group as it is now, and nothing of it is to outlive its view.
    exchanges: [fetchExchange],
    requestPolicy: "network-only",
    fetchOptions: token === "" ? {} : { headers: { authorization: `Bearer ${token}` } },
  });
}
