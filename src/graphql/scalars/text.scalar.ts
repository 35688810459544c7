import { GraphQLScalarType, Kind } from "graphql";

/**
 * A scalar that travels as a string. It only sees to that: what the string must be is said by the value that is made of
 * it, so that a variable and a literal get the same answer, with the path of the argument.
 */
export function textScalar(config: {
  name: string;
  description: string;
  specifiedByURL?: string;
  serialize: (value: unknown) => string;
}): GraphQLScalarType<string, string> {
  const text = (value: unknown) => {
    if (typeof value === "string") return value;
    throw new TypeError(`${config.name} is a string.`);
  };
  return new GraphQLScalarType({
    ...config,
    parseValue: text,
    parseLiteral: (node) => text(node.kind === Kind.STRING ? node.value : null),
  });
}
