import { type GraphQLError, Kind, print } from "graphql";

const VALUES = new Set<string>([Kind.INT, Kind.FLOAT, Kind.STRING, Kind.BOOLEAN, Kind.ENUM, Kind.LIST, Kind.OBJECT]);

/**
 * An error's message without the values that graphql-js quotes in it: a certificate number that stands in the wrong place
 * of a document must not come back in an answer, or end in somebody's log of it.
 */
export function withoutValues({ message, nodes }: GraphQLError): string {
  const quoted = (nodes ?? []).filter(({ kind }) => VALUES.has(kind)).map((node) => print(node));
  return quoted
    .reduce(without, message)
    .replace(/^(Syntax Error: .*?)(String|BlockString|Int|Float|Name|Comment) ".*"/s, "$1$2");
}

/** Where the value stands by itself: what is suggested for `AUTHENTICATE` is `AUTHENTICATED`, and no value. */
function without(text: string, value: string): string {
  const isPartOfWord = (before: string, after: string) => /\w/.test(before.slice(-1)) || /\w/.test(after.slice(0, 1));
  return text.split(value).reduce((before, after) => before + (isPartOfWord(before, after) ? value : "…") + after);
}
