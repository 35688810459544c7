import type { ApolloClient } from "@apollo/client";
import { graphql } from "./generated/gql.js";
import type { CommitAuthenticationInput, CommitMutation } from "./generated/graphql.js";

const Commit = graphql(`
  mutation Commit($input: CommitAuthenticationInput!) {
    commitAuthentication(input: $input) {
      __typename
      ... on AuthenticationCommitted {
        account {
          id
          enterpriseName
          authenticationStatus
        }
        synchronization {
          id
          synchronizedCount
        }
      }
      ... on PreviewStale {
        currentPreview {
          ...PreviewShown
        }
      }
      ... on Refusal {
        message
      }
    }
  }
`);

/** What was committed, or a refusal of a kind that the schema names. */
export type CommitAnswer = CommitMutation["commitAuthentication"];

/** Puts a first authentication in force, or says why not. */
export async function commit(client: ApolloClient, input: CommitAuthenticationInput): Promise<CommitAnswer> {
  const { data } = await client.mutate({
    mutation: Commit,
    variables: { input },
    update(cache, { data }) {
      const answer = data?.commitAuthentication;
      const id = answer?.__typename === "AuthenticationCommitted" ? cache.identify(answer.account) : undefined;
      // The account comes with the answer; its members do not, and what the cache holds of them is from before.
      if (id !== undefined) cache.evict({ id, fieldName: "members" });
    },
  });
  if (data === undefined) throw new Error("The answer has neither data nor errors.");
  return data.commitAuthentication;
}
