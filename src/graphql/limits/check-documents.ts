import { type GraphQLSchema, parse, specifiedRules, validate } from "graphql";
import { knownOperations } from "../plugins/known-operations.js";
import { checkSize } from "./check-size.js";
import type { QueryLimits } from "./query-limits.js";

/** The first of the documents that would be refused whatever its variables are, and why. Null where each can be answered. */
export function faultIn(
  documents: ReadonlyMap<string, string>,
  schema: GraphQLSchema,
  limits: QueryLimits,
): { readonly hash: string; readonly problem: string } | null {
  for (const [hash, text] of documents) {
    const problem = problemOf(text, schema, limits);
    if (problem !== null) return { hash, problem };
  }
  return null;
}

function problemOf(text: string, schema: GraphQLSchema, limits: QueryLimits): string | null {
  try {
    const document = parse(text, { maxTokens: limits.tokens });
    const [error] = validate(schema, document, [...specifiedRules, knownOperations]);
    if (error === undefined) checkSize(document, limits);
    return error?.message ?? null;
  } catch (error) {
    return (error as Error).message;
  }
}
