import { graphql } from "./generated/gql.js";
import type { CommitAuthenticationInput, PreviewAuthenticationInput } from "./generated/graphql.js";
import type { NamesakeClient } from "./namesake-client.js";

const Preview = graphql(`
  query Preview($input: PreviewAuthenticationInput!) {
    previewAuthentication(input: $input) {
      __typename
      ... on AuthenticationPreview {
        previewToken
        memberCount
        synchronizedCount
        breakdown {
          reason
          statusBefore
          count
        }
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
        replayed
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
          previewToken
          synchronizedCount
        }
      }
      ... on Refusal {
        message
      }
    }
  }
`);

/** A commit that may be repeated: of what a preview showed, under a key that the caller keeps. */
export type Commitment = CommitAuthenticationInput & {
  readonly previewToken: string;
  readonly idempotencyKey: string;
};

/** What a first authentication would do, or why there can be none. */
export async function preview(client: NamesakeClient, input: PreviewAuthenticationInput) {
  const { previewAuthentication } = await client.run(Preview, { input });
  return previewAuthentication;
}

/** Puts a first authentication in force, or says why not. `replayed` says that an earlier attempt has done it. */
export async function commit(client: NamesakeClient, input: Commitment) {
  const { commitAuthentication } = await client.run(Commit, { input });
  return commitAuthentication;
}
