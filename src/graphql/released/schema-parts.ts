import {
  type GraphQLNamedType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
} from "graphql";

/** A part of a schema that can be deprecated: a field, an argument, an input's field or an enum's value. */
export interface SchemaPart {
  /** Its schema coordinate: `Query.node`, `Query.node(id:)`, `AccountRole.MASTER`. */
  readonly coordinate: string;
  readonly deprecationReason: string | null;
}

/** Every part that can be deprecated, by its coordinate. */
export function partsOf(schema: GraphQLSchema): ReadonlyMap<string, SchemaPart> {
  const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith("__"));
  return new Map(types.flatMap(partsOfType).map((part) => [part.coordinate, part]));
}

function partsOfType(type: GraphQLNamedType): SchemaPart[] {
  if (isEnumType(type)) return type.getValues().map((value) => part(`${type.name}.${value.name}`, value));
  if (isInputObjectType(type)) {
    return Object.values(type.getFields()).map((field) => part(`${type.name}.${field.name}`, field));
  }
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  return Object.values(type.getFields()).flatMap((field) => {
    const coordinate = `${type.name}.${field.name}`;
    return [
      part(coordinate, field),
      ...field.args.map((argument) => part(`${coordinate}(${argument.name}:)`, argument)),
    ];
  });
}

function part(
  coordinate: string,
  { deprecationReason }: { deprecationReason?: string | null | undefined },
): SchemaPart {
  return { coordinate, deprecationReason: deprecationReason ?? null };
}
