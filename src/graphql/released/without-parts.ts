import {
  type ASTNode,
  type ASTVisitFn,
  buildASTSchema,
  type EnumValueDefinitionNode,
  type FieldDefinitionNode,
  GraphQLSchema,
  type InputValueDefinitionNode,
  isObjectType,
  parse,
  printSchema,
  visit,
} from "graphql";

type PartNode = FieldDefinitionNode | InputValueDefinitionNode | EnumValueDefinitionNode;

/**
 * A schema without some of its parts, and without the types that only these led to. A type that implements an interface
 * can be named wherever that interface can, and stays.
 */
export function withoutParts(schema: GraphQLSchema, coordinates: ReadonlySet<string>): GraphQLSchema {
  const leaveOut: ASTVisitFn<PartNode> = (node, _key, _parent, _path, ancestors) =>
    coordinates.has(coordinateOf([...ancestors.filter(isNamed), node])) ? null : undefined;
  const left = visit(parse(printSchema(schema)), {
    FieldDefinition: leaveOut,
    InputValueDefinition: leaveOut,
    EnumValueDefinition: leaveOut,
  });
  const { types, ...config } = buildASTSchema(left, { assumeValidSDL: true }).toConfig();
  const implementations = types.filter((type) => isObjectType(type) && type.getInterfaces().length > 0);
  return new GraphQLSchema({ ...config, types: implementations });
}

interface Named {
  readonly name: { readonly value: string };
}

function isNamed(ancestor: ASTNode | readonly ASTNode[]): ancestor is ASTNode & Named {
  return "name" in ancestor;
}

function coordinateOf([type, field, argument]: readonly Named[]): string {
  const coordinate = `${type?.name.value}.${field?.name.value}`;
  return argument === undefined ? coordinate : `${coordinate}(${argument.name.value}:)`;
}
