import { Kind, parse } from "graphql";
import { isGraphql, type Recording } from "./recording.js";

/** What an example is an example of: where the reference shows it. */
export type Subject =
  | { readonly kind: "operation"; readonly name: string }
  | { readonly kind: "refusal"; readonly name: string }
  | { readonly kind: "reason"; readonly name: string }
  | { readonly kind: "code"; readonly name: string };

/** As the answer has it. @param refusals the names of the types that are refusals */
export function subjectOf({ request, answer }: Recording, refusals: ReadonlySet<string>): Subject {
  const [error] = answer.errors ?? [];
  if (error !== undefined) {
    const { code, reason } = error.extensions;
    return reason === undefined ? { kind: "code", name: code } : { kind: "reason", name: reason };
  }
  const [result] = Object.values(answer.data ?? {});
  const typename = String((result as { __typename?: string } | null | undefined)?.__typename);
  if (refusals.has(typename)) return { kind: "refusal", name: typename };
  return { kind: "operation", name: isGraphql(request) ? rootFieldOf(request.document) : "" };
}

function rootFieldOf(document: string): string {
  const [definition] = parse(document).definitions;
  const [field] = definition?.kind === Kind.OPERATION_DEFINITION ? definition.selectionSet.selections : [];
  return field?.kind === Kind.FIELD ? field.name.value : "";
}
