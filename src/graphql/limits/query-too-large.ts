import { GraphQLError, type GraphQLFormattedError } from "graphql";
import type { QueryLimits } from "./query-limits.js";

const MESSAGES: Record<keyof QueryLimits, (limit: string) => string> = {
  tokens: (limit) => `A document has at most ${limit} tokens; give what is long in variables.`,
  depth: (limit) => `Fields are nested at most ${limit} deep.`,
  rootFields: (limit) => `An operation has at most ${limit} root fields; ask in several requests.`,
  aliases: (limit) => `A document has at most ${limit} aliases; ask in several requests.`,
  repeats: (limit) => `A selection names the same field at most ${limit} times, aliases included.`,
  directives: (limit) => `A document has at most ${limit} directives.`,
  cost: (limit) => `An answer costs at most ${limit}; ask for smaller pages, or for less at once.`,
};

/** A document asks for too much. `extensions` say of what, the value where it was measured to its end, and the limit. */
export class QueryTooLarge extends GraphQLError {
  constructor(measure: keyof QueryLimits, limit: number, value = Number.POSITIVE_INFINITY) {
    const measured = Number.isFinite(value) && { value: Math.min(value, Number.MAX_SAFE_INTEGER) };
    super(MESSAGES[measure](limit.toLocaleString("en")), {
      extensions: { code: "QUERY_TOO_LARGE", measure, ...measured, limit, http: { status: 400 } },
    });
  }
}

/** What graphql-js says of a document with too many tokens is told as every other bound; null for any other error. */
export function tooManyTokens({ message }: GraphQLFormattedError): QueryTooLarge | null {
  const limit = /^Syntax Error: Document contains more tha[nt] (\d+) tokens/.exec(message)?.[1];
  return limit === undefined ? null : new QueryTooLarge("tokens", Number(limit));
}
