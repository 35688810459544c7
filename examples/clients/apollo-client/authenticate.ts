import { randomUUID } from "node:crypto";
import type { ApolloClient } from "@apollo/client";
import { type CommitAnswer, commit } from "./commit.js";
import type { CommitAuthenticationInput, PreviewQuery, PreviewShownFragment } from "./generated/graphql.js";
import { preview } from "./preview.js";

type Input = Omit<CommitAuthenticationInput, "idempotencyKey" | "previewToken">;
type NoPreview = Exclude<PreviewQuery["previewAuthentication"], { readonly __typename: "AuthenticationPreview" }>;

/**
 * Shows what an authentication would do, and commits exactly what was approved. Where the group has changed in between, the
 * new preview is shown. Null where it is not approved.
 */
export async function authenticate(
  client: ApolloClient,
  input: Input,
  approves: (shown: PreviewShownFragment) => Promise<boolean>,
): Promise<CommitAnswer | NoPreview | null> {
  const idempotencyKey = randomUUID();
  const first = await preview(client, input);
  if (first.__typename !== "AuthenticationPreview") return first;
  let shown: PreviewShownFragment = first;
  while (await approves(shown)) {
    const answer = await commit(client, { ...input, idempotencyKey, previewToken: shown.previewToken });
    if (answer.__typename !== "PreviewStale") return answer;
    shown = answer.currentPreview;
  }
  return null;
}
