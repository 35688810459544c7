import { useQuery } from "urql";
import { graphql } from "../graphql/gql.js";
import type { EnterpriseAccountFilter } from "../graphql/graphql.js";
import type { PageVariables } from "../page-variables.js";
import { problemOf } from "../problem.js";

const Accounts = graphql(`
  query Accounts($filter: EnterpriseAccountFilter!, $first: Int, $after: String, $last: Int, $before: String) {
    enterpriseAccounts(filter: $filter, first: $first, after: $after, last: $last, before: $before) {
      nodes {
        id
        ...AccountLink
      }
      pageInfo {
        ...PageLinks
      }
    }
  }
`);

/** A page of accounts, or why there is none. */
export type AccountsPage = ReturnType<typeof useAccounts>;

/** A page of the accounts that fit a filter; the one that was asked for before stays until it is there. */
export function useAccounts(filter: EnterpriseAccountFilter, page: PageVariables) {
  const [{ data, error, fetching, stale }, ask] = useQuery({ query: Accounts, variables: { filter, ...page } });
  return {
    accounts: error ? undefined : data?.enterpriseAccounts,
    problem: error ? problemOf(error) : undefined,
    isUpdating: fetching || stale,
    again: () => ask(),
  };
}
