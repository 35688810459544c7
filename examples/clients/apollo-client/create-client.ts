import { ApolloClient, HttpLink, InMemoryCache } from "@apollo/client";
import { relayStylePagination } from "@apollo/client/utilities";
import possibleTypes from "./generated/possible-types.js";

/** A client of the service at `url`. Its cache knows which types are refusals, and how the pages of a list come together. */
export function createClient(url: string, token?: string): ApolloClient {
  return new ApolloClient({
    link: new HttpLink({ uri: url, headers: token === undefined ? {} : { authorization: `Bearer ${token}` } }),
    cache: new InMemoryCache({
      ...possibleTypes,
      typePolicies: { EnterpriseAccount: { fields: { members: relayStylePagination(["filter"]) } } },
    }),
  });
}
