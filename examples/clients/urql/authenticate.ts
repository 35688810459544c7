import type { Client } from "@urql/core";
import { graphql } from "./generated/gql.js";
import type { CommitAuthenticationInput, PreviewAuthenticationInput } from "./generated/graphql.js";

const Preview = graphql(`
  query Preview($input: PreviewAuthenticationInput!) {
    previewAuthentication(input: $input) {
      __typename
      ... on AuthenticationPreview {
        previewToken
        synchronizedCount
      }
      ... on Refusal {
        message
      }
    }
  }
`);

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
      ... on Refusal {
        message
      }
    }
  }
`);

/** What a first authentication would do, as things are now, or why there can be none. */
export async function preview(client: Client, input: PreviewAuthenticationInput) {
  const { data, error } = await client.query(Preview, { input }, { requestPolicy: "network-only" }).toPromise();
  if (!data) throw error;
  return data.previewAuthentication;
}

/**
 * Puts a first authentication in force, or says why not. The answer holds an account, so that urql reads every list of accounts
 * again that it is asked for: whom the commit has reached is seen there.
 */
export async function commit(client: Client, input: CommitAuthenticationInput) {
  const { data, error } = await client.mutation(Commit, { input }).toPromise();
  if (!data) throw error;
  return data.commitAuthentication;
}
