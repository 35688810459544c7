import type { CommitAnswer } from "./commit.js";

/** What a person is told about a commit. It does not compile where the schema has an answer that is not told. */
export function tell(answer: CommitAnswer): string {
  switch (answer.__typename) {
    case "AuthenticationCommitted":
      return `${answer.account.enterpriseName}: ${answer.synchronization?.synchronizedCount ?? 0} members synchronized.`;
    case "PreviewStale":
      return `Look again: now ${answer.currentPreview.synchronizedCount} members would be synchronized.`;
    case "AlreadyAuthenticated":
      return "Nothing to do: it is authenticated already.";
    case "AccountNotFound":
    case "IdempotencyKeyReused":
      return answer.message;
    default:
      return toldByService(answer);
  }
}

/** A refusal that the service has learnt since this was compiled. */
function toldByService(answer: never): string {
  return (answer as { readonly message: string }).message;
}
