import {
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isInterfaceType,
  isObjectType,
  isSpecifiedScalarType,
} from "graphql";

/** The types that say an expected no. */
export function refusalsOf(schema: GraphQLSchema): GraphQLObjectType[] {
  const refusal = schema.getType("Refusal");
  return isInterfaceType(refusal) ? [...schema.getPossibleTypes(refusal)].sort(byName) : [];
}

/** Every type of the schema's own but the roots and the refusals, in the order of their names. */
export function typesOf(schema: GraphQLSchema): GraphQLNamedType[] {
  const left = [schema.getQueryType(), schema.getMutationType(), ...refusalsOf(schema)];
  return Object.values(schema.getTypeMap())
    .filter((type) => !type.name.startsWith("__") && !isSpecifiedScalarType(type))
    .filter((type) => !(isObjectType(type) && left.includes(type)))
    .sort(byName);
}

/** The names of the fields of both roots. */
export function operationsOf(schema: GraphQLSchema): string[] {
  return [schema.getQueryType(), schema.getMutationType()].flatMap((root) => Object.keys(root?.getFields() ?? {}));
}

function byName(one: GraphQLNamedType, other: GraphQLNamedType): number {
  return one.name < other.name ? -1 : 1;
}
