import {
  executeSync,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isInputObjectType,
  isListType,
  isObjectType,
  parse,
} from "graphql";
import { isGraphql, type Recording } from "./recording.js";

/**
 * The types that an example shows: of what was answered, and of the arguments it was asked with. The document is executed
 * again, over the answer instead of the service. @param schema without resolvers of its own
 */
export function typesIn(schema: GraphQLSchema, { request, answer, title }: Recording): ReadonlySet<string> {
  const types = new Set<string>();
  if (!isGraphql(request) || answer.data == null) return types;
  const { errors } = executeSync({
    schema,
    document: parse(request.document),
    variableValues: request.variables,
    rootValue: answer.data,
    fieldResolver: (source, args, _context, { path, parentType, returnType, fieldName }) => {
      for (const { name, type } of parentType.getFields()[fieldName]?.args ?? []) addInput(types, type, args[name]);
      const value: unknown = source[path.key];
      types.add(parentType.name);
      if (value !== null) types.add(getNamedType(returnType).name);
      return value;
    },
    typeResolver: ({ __typename }, _context, _info, { name }) => {
      const type = schema.getType(__typename);
      if (!isObjectType(type)) throw new Error(`"${title}" does not say which ${name} it was answered with.`);
      for (const shown of [type, ...type.getInterfaces()]) types.add(shown.name);
      return type.name;
    },
  });
  if (errors !== undefined) throw errors[0];
  return types;
}

function addInput(types: Set<string>, type: GraphQLInputType, value: unknown): void {
  if (value === undefined || value === null) return;
  const nullable = getNullableType(type);
  if (isListType(nullable)) {
    for (const item of value as unknown[]) addInput(types, nullable.ofType, item);
    return;
  }
  types.add(nullable.name);
  if (!isInputObjectType(nullable)) return;
  for (const field of Object.values(nullable.getFields())) {
    addInput(types, field.type, (value as Record<string, unknown>)[field.name]);
  }
}
