import { useRef, useState } from "react";
import { useClient } from "urql";
import { graphql } from "../graphql/gql.js";
import type { CommitAuthenticationInput, CommitAuthenticationMutation } from "../graphql/graphql.js";
import { newIdempotencyKey } from "../idempotency-key.js";
import { type Problem, problemOf } from "../problem.js";

const Commit = graphql(`
  mutation CommitAuthentication($input: CommitAuthenticationInput!) {
    commitAuthentication(input: $input) {
      __typename
      ... on AuthenticationCommitted {
        replayed
        synchronization {
          synchronizedCount
        }
        account {
          ...AuthenticatedAccount
        }
      }
      ... on PreviewStale {
        currentPreview {
          ...Counts
        }
      }
      ... on Refusal {
        message
      }
    }
  }
`);

type Answer = CommitAuthenticationMutation["commitAuthentication"];

/** The answer to a commit that was carried out. */
export type Committed = Extract<Answer, { __typename: "AuthenticationCommitted" }>;

/** Why nothing was committed. */
export type CommitRefusal = Exclude<Answer, Committed>;

/** How far an attempt to commit is. */
export type CommitState =
  | { readonly kind: "ready" | "sending" }
  /** It was sent, and no answer came: it may have been committed, or not. */
  | { readonly kind: "unknown" }
  | { readonly kind: "refused"; readonly refusal: CommitRefusal }
  | { readonly kind: "failed"; readonly problem: Problem };

/** Commits a preview, in one attempt that can be sent any number of times and is carried out at most once. */
export function useCommit(onCommitted: (committed: Committed) => void) {
  const client = useClient();
  const [state, setState] = useState<CommitState>({ kind: "ready" });
  // One key for the whole attempt: where an answer is lost, sending it again finds out what became of it, and the service
  // does nothing twice. A key of its own for each sending would be told that the account is authenticated already.
  const idempotencyKey = useRef(newIdempotencyKey());

  /** Begins an attempt, unless it is not known yet what became of the last one. */
  function begin() {
    if (state.kind === "unknown") return;
    idempotencyKey.current = newIdempotencyKey();
    setState({ kind: "ready" });
  }

  async function commit(input: Omit<CommitAuthenticationInput, "idempotencyKey">) {
    setState({ kind: "sending" });
    const variables = { input: { ...input, idempotencyKey: idempotencyKey.current } };
    const { data, error } = await client.mutation(Commit, variables).toPromise();
    const answer = data?.commitAuthentication;
    if (answer?.__typename === "AuthenticationCommitted") onCommitted(answer);
    else if (answer) setState({ kind: "refused", refusal: answer });
    else setState(withoutAnswer(error ? problemOf(error) : { kind: "unreachable" }));
  }

  return { state, begin, commit };
}

function withoutAnswer(problem: Problem): CommitState {
  const mayHaveCommitted = problem.kind === "unreachable" || problem.kind === "fault";
  return mayHaveCommitted ? { kind: "unknown" } : { kind: "failed", problem };
}
