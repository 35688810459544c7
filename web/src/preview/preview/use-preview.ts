import { useState } from "react";
import { useQuery } from "urql";
import { graphql } from "../graphql/gql.js";
import type { PreviewAuthenticationInput, PreviewQuery } from "../graphql/graphql.js";
import { type Problem, problemOf } from "../problem.js";

const Preview = graphql(`
  query Preview($input: PreviewAuthenticationInput!) {
    previewAuthentication(input: $input) {
      __typename
      ... on AuthenticationPreview {
        previewToken
        nameAfter
        ...Counts
      }
      ... on Refusal {
        message
      }
    }
  }
`);

/** A preview's answer, with the input that it answers. */
export interface Previewed {
  readonly input: PreviewAuthenticationInput;
  readonly answer: PreviewQuery["previewAuthentication"];
}

interface PreviewState {
  /** The latest answer: it stays until there is another, also where what is typed meanwhile cannot be previewed. */
  readonly previewed: Previewed | null;
  readonly problem: Problem | null;
  readonly isUpdating: boolean;
  /** Asks again: the group may have changed. */
  readonly again: () => void;
}

const NOTHING: PreviewAuthenticationInput = { accountId: "", enterpriseName: "" };

/** Previews an authentication whenever its input changes. An answer that comes after that of a later input is dropped. */
export function usePreview(input: PreviewAuthenticationInput | null): PreviewState {
  const variables = { input: input ?? NOTHING };
  const [result, ask] = useQuery({ query: Preview, variables, pause: input === null });
  const { data, error, operation } = result;
  const [previewed, setPreviewed] = useState<Previewed | null>(null);
  if (data && operation && !error && data.previewAuthentication !== previewed?.answer) {
    setPreviewed({ input: operation.variables.input, answer: data.previewAuthentication });
  }
  return {
    previewed,
    problem: error ? problemOf(error) : null,
    isUpdating: result.fetching || result.stale,
    again: () => ask(),
  };
}
