import type { ApolloServerPlugin } from "@apollo/server";
import {
  coerceInputValue,
  type DocumentNode,
  type GraphQLSchema,
  isInputType,
  Kind,
  typeFromAST,
  type ValueNode,
  type VariableDefinitionNode,
  visit,
} from "graphql";
import { type ArgumentPath, BadUserInput } from "../errors/bad-user-input.js";

/**
 * Refuses variables that do not fit their types before anything runs: with the path of the argument that they are for, as
 * every other bad argument, and without their values, which the executor's own messages would quote.
 */
export const coerceVariables: ApolloServerPlugin = {
  requestDidStart: async () => ({
    didResolveOperation: async ({ schema, document, operation, request }) => {
      for (const definition of operation?.variableDefinitions ?? []) {
        coerce(schema, document, definition, request.variables ?? {});
      }
    },
  }),
};

function coerce(
  schema: GraphQLSchema,
  document: DocumentNode,
  definition: VariableDefinitionNode,
  variables: Record<string, unknown>,
): void {
  const name = definition.variable.name.value;
  const type = typeFromAST(schema, definition.type);
  const given = Object.hasOwn(variables, name) ? variables[name] : undefined;
  const isOptional = definition.type.kind !== Kind.NON_NULL_TYPE || definition.defaultValue !== undefined;
  if (!isInputType(type) || (given === undefined && isOptional)) return;
  coerceInputValue(given ?? null, type, (path, _value, { message }) => {
    const argument = [...placeOf(name, document), ...path, ...missingField(message)];
    throw new BadUserInput(argument, `Variable "$${name}": ${withoutValue(message)}`, "INVALID_VARIABLE", {
      status: 400,
    });
  });
}

/** Where a variable's value goes: to an argument, or to a part of one. */
function placeOf(variable: string, document: DocumentNode): ArgumentPath {
  let place: ArgumentPath | null = null;
  visit(document, {
    Argument: ({ name, value }) => {
      const path = pathTo(variable, value);
      if (path !== null) place ??= [name.value, ...path];
    },
  });
  return place ?? [variable];
}

function pathTo(variable: string, value: ValueNode): ArgumentPath | null {
  if (value.kind === Kind.VARIABLE) return value.name.value === variable ? [] : null;
  for (const [key, part] of partsOf(value)) {
    const path = pathTo(variable, part);
    if (path !== null) return [key, ...path];
  }
  return null;
}

function partsOf(value: ValueNode): [string | number, ValueNode][] {
  if (value.kind === Kind.OBJECT) return value.fields.map((field) => [field.name.value, field.value]);
  return value.kind === Kind.LIST ? value.values.map((item, index) => [index, item]) : [];
}

/** A field that is not there is reported at the object that lacks it. */
function missingField(message: string): ArgumentPath {
  return /^Field "(\w+)" of required type/.exec(message)?.slice(1) ?? [];
}

function withoutValue(message: string): string {
  return message.replace(/ value: .*$/s, " value.").replace(/^Value ".*" does not exist/s, "The value does not exist");
}
