import { CombinedGraphQLErrors } from "@apollo/client";

/** Which field of a form is wrong, and why: a sentence for a person, and a reason for a program. */
export interface MalformedInput {
  readonly field: string;
  readonly reason: string;
  readonly message: string;
}

/** The input that the service could make no value of; null for any other error. */
export function malformedInput(error: unknown): MalformedInput | null {
  if (!CombinedGraphQLErrors.is(error)) return null;
  const found = error.errors.find(({ extensions }) => extensions?.code === "BAD_USER_INPUT");
  if (found === undefined) return null;
  const { argument, reason } = found.extensions as { argument: (string | number)[]; reason: string };
  return { field: argument.join("."), reason, message: found.message };
}
