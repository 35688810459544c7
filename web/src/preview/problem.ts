import type { CombinedError } from "urql";
import { texts } from "./texts.js";

/** Why there is no answer, as far as a person can do something about it. */
export type Problem =
  | { readonly kind: "unreachable" | "unauthorized" | "forbidden" | "stale" }
  | { readonly kind: "fault"; readonly errorId?: string | undefined }
  /** The value of an argument is malformed: the last part of its path, and one sentence of the service's. */
  | { readonly kind: "input"; readonly field: string; readonly message: string };

interface Extensions {
  readonly code?: string;
  readonly argument?: readonly (string | number)[];
  readonly errorId?: string;
}

/** The one place where errors become something that can be said; everything unexpected is a fault of the service's. */
export function problemOf({ response, graphQLErrors: [first] }: CombinedError): Problem {
  const { code, argument, errorId }: Extensions = first?.extensions ?? {};
  if (response?.status === 401 || code === "UNAUTHENTICATED") return { kind: "unauthorized" };
  if (response?.status === 403 || code === "FORBIDDEN") return { kind: "forbidden" };
  if (code === "PREVIEW_STALE") return { kind: "stale" };
  if (code === "BAD_USER_INPUT" && first) {
    return { kind: "input", field: String(argument?.at(-1)), message: first.message };
  }
  if (response === undefined) return { kind: "unreachable" };
  return { kind: "fault", errorId };
}

/** One sentence for a person. */
export function textOf(problem: Problem): string {
  switch (problem.kind) {
    case "input":
      return problem.message;
    case "fault":
      return texts.problems.fault(problem.errorId);
    default:
      return texts.problems[problem.kind];
  }
}
