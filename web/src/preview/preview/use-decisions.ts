import { useMemo } from "react";
import { useQuery } from "urql";
import { graphql } from "../graphql/gql.js";
import type { MemberDecisionFilter, PreviewAuthenticationInput } from "../graphql/graphql.js";
import type { PageVariables } from "../page-variables.js";
import { problemOf } from "../problem.js";

const Decisions = graphql(`
  query Decisions(
    $input: PreviewAuthenticationInput!
    $filter: MemberDecisionFilter!
    $first: Int
    $after: String
    $last: Int
    $before: String
  ) {
    previewAuthentication(input: $input) {
      __typename
      ... on AuthenticationPreview {
        previewToken
        members(filter: $filter, first: $first, after: $after, last: $last, before: $before) {
          edges {
            cursor
            node {
              ...Decision
            }
          }
          pageInfo {
            ...PageLinks
          }
        }
      }
    }
  }
`);

interface DecisionsWanted {
  readonly input: PreviewAuthenticationInput;
  /** The preview that they belong to. */
  readonly previewToken: string;
  readonly filter: MemberDecisionFilter;
  readonly page: PageVariables;
}

/** A page of a preview's decisions; the one that was asked for before stays until it is there. */
export function useDecisions({ input, previewToken, filter, page }: DecisionsWanted) {
  // Another preview of the same input asks again.
  const context = useMemo(() => ({ previewToken }), [previewToken]);
  const variables = { input, filter, ...page };
  const [{ data, error, fetching, stale }, ask] = useQuery({ query: Decisions, variables, context });
  const isUpdating = fetching || stale;
  const answer = data?.previewAuthentication;
  const preview = answer?.__typename === "AuthenticationPreview" ? answer : null;
  const problem = error ? problemOf(error) : null;
  // Each page is a preview of its own: the same token says that it is of the same state of the group.
  const isOther = answer !== undefined && preview?.previewToken !== previewToken;
  return {
    members: preview?.members ?? null,
    isStale: !isUpdating && (problem ? problem.kind === "stale" : isOther),
    problem,
    isUpdating,
    again: () => ask(),
  };
}
