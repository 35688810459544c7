import { type ApolloClient, CombinedGraphQLErrors } from "@apollo/client";
import { graphql } from "./generated/gql.js";
import type { PreviewAuthenticationInput, PreviewQuery } from "./generated/graphql.js";

const Preview = graphql(`
  query Preview($input: PreviewAuthenticationInput!) {
    previewAuthentication(input: $input) {
      __typename
      ...PreviewShown
      ... on Refusal {
        message
      }
    }
  }

  fragment PreviewShown on AuthenticationPreview {
    previewToken
    synchronizedCount
    members(first: 20) {
      edges {
        node {
          member {
            id
            enterpriseName
          }
          decision {
            synchronized
            explanation
          }
        }
      }
    }
  }
`);

const ATTEMPTS = 3;

/** What a first authentication would do, as things are now, or why there can be none. */
export async function preview(
  client: ApolloClient,
  input: PreviewAuthenticationInput,
): Promise<PreviewQuery["previewAuthentication"]> {
  for (let attempt = 1; ; attempt++) {
    try {
      const { data } = await client.query({ query: Preview, variables: { input }, fetchPolicy: "network-only" });
      if (data === undefined) throw new Error("The answer has neither data nor errors.");
      return data.previewAuthentication;
    } catch (error) {
      if (attempt >= ATTEMPTS || !hasChangedMeanwhile(error)) throw error;
    }
  }
}

/** Whether the group changed between two parts of one preview, so that they would not fit together. */
function hasChangedMeanwhile(error: unknown): boolean {
  return CombinedGraphQLErrors.is(error) && error.errors.some(({ extensions }) => extensions?.code === "PREVIEW_STALE");
}
