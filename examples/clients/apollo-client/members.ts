import type { ApolloClient, ObservableQuery } from "@apollo/client";
import { graphql } from "./generated/gql.js";
import type { MembersQuery, MembersQueryVariables } from "./generated/graphql.js";

// `edges`, and not `nodes`: the policy of the cache puts the pages together by their edges.
const Members = graphql(`
  query Members($masterId: ID!, $first: Int!, $after: String) {
    enterpriseAccount(id: $masterId) {
      id
      enterpriseName
      members(first: $first, after: $after) {
        edges {
          node {
            id
            enterpriseName
            authenticationStatus
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

/** A list that grows by pages. */
export type MembersList = ObservableQuery<MembersQuery, MembersQueryVariables>;

/** A master's members, as far as they are loaded: subscribe to it. */
export function membersOf(client: ApolloClient, masterId: string, pageSize = 20): MembersList {
  return client.watchQuery({ query: Members, variables: { masterId, first: pageSize } });
}

/** Adds the next page to the list; false where it is complete. */
export async function loadMore(client: ApolloClient, list: MembersList): Promise<boolean> {
  // From the cache: the list itself hears of the page before this one a moment after that has come.
  const loaded = client.readQuery({ query: Members, variables: list.variables });
  const pageInfo = loaded?.enterpriseAccount?.members.pageInfo;
  if (!pageInfo?.hasNextPage) return false;
  await list.fetchMore({ variables: { after: pageInfo.endCursor } });
  return true;
}
