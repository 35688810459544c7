import { commitMutation, type Environment, fetchQuery, graphql } from "relay-runtime";
import type {
  authenticateCommitMutation,
  authenticateCommitMutation$data,
  CommitAuthenticationInput,
} from "./__generated__/authenticateCommitMutation.graphql.js";
import type {
  authenticatePreviewQuery,
  authenticatePreviewQuery$data,
  PreviewAuthenticationInput,
} from "./__generated__/authenticatePreviewQuery.graphql.js";

// A fragment with an alias is null where the answer is of another type: no more than one of them is there. `refusal` is any,
// also one that the schema has learnt since.
const Preview = graphql`
  query authenticatePreviewQuery($input: PreviewAuthenticationInput!) {
    previewAuthentication(input: $input) {
      __typename
      ... on AuthenticationPreview @alias(as: "preview") {
        previewToken
        synchronizedCount
      }
      ... on Refusal @alias(as: "refusal") {
        message
      }
    }
  }
`;

const Commit = graphql`
  mutation authenticateCommitMutation($input: CommitAuthenticationInput!) {
    commitAuthentication(input: $input) {
      __typename
      ... on AuthenticationCommitted @alias(as: "committed") {
        account {
          id
          enterpriseName
          authenticationStatus
        }
      }
      ... on PreviewStale @alias(as: "stale") {
        currentPreview {
          previewToken
          synchronizedCount
        }
      }
      ... on Refusal @alias(as: "refusal") {
        message
      }
    }
  }
`;

/** A preview, or a refusal. */
export type PreviewAnswer = authenticatePreviewQuery$data["previewAuthentication"];

/** What was committed, or a refusal. */
export type CommitAnswer = authenticateCommitMutation$data["commitAuthentication"];

/** What a first authentication would do, as things are now, or why there can be none. */
export async function preview(environment: Environment, input: PreviewAuthenticationInput): Promise<PreviewAnswer> {
  const data = await fetchQuery<authenticatePreviewQuery>(environment, Preview, { input }).toPromise();
  if (data === undefined) throw new Error("There is no answer.");
  return data.previewAuthentication;
}

/** Puts a first authentication in force, or says why not. */
export function commit(environment: Environment, input: CommitAuthenticationInput): Promise<CommitAnswer> {
  return new Promise((resolve, reject) => {
    commitMutation<authenticateCommitMutation>(environment, {
      mutation: Commit,
      variables: { input },
      updater: (store, data) => {
        // The members that the commit has reached are not in its answer: what the store holds of them is from before.
        if (data?.commitAuthentication.committed) store.invalidateStore();
      },
      onCompleted: ({ commitAuthentication }) => resolve(commitAuthentication),
      onError: reject,
    });
  });
}
