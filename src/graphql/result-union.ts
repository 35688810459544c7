import { type ClassType, createUnionType } from "type-graphql";

/**
 * The union of everything that an operation can answer with: a type for each `kind` of the use case's result, so that a
 * refusal that the schema lacks does not compile.
 */
export function resultUnion<Result extends { readonly kind: string }>(
  name: string,
  description: string,
  types: { readonly [Kind in Result["kind"]]: ClassType },
) {
  return createUnionType({
    name,
    description,
    types: () => Object.values<ClassType>(types),
    resolveType: (result) => (result as Result).kind,
  });
}
