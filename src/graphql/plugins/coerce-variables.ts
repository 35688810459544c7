import type { ApolloServerPlugin } from "@apollo/server";
import {
  coerceInputValue,
  type DocumentNode,
  type GraphQLSchema,
  isInputType,
  Kind,
  typeFromAST,
  type VariableDefinitionNode,
  visit,
} from "graphql";
import { BadUserInput } from "../errors/bad-user-input.js";

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
  const isOptional = definition.type.kind !== Kind.NON_NULL_TYPE || definition.defaultValue !== undefined;
  if (!isInputType(type) || (variables[name] === undefined && isOptional)) return;
  coerceInputValue(variables[name] ?? null, type, (path, _value, { message }) => {
    const argument = [argumentThatTakes(name, document), ...path];
    throw new BadUserInput(argument, `Variable "$${name}": ${withoutValue(message)}`, "INVALID_VARIABLE", {
      status: 400,
    });
  });
}

/** A variable is mostly all of an argument; where it is a part of one, its own name has to do. */
function argumentThatTakes(variable: string, document: DocumentNode): string {
  let argument = variable;
  visit(document, {
    Argument: ({ name, value }) => {
      if (value.kind === Kind.VARIABLE && value.name.value === variable) argument = name.value;
    },
  });
  return argument;
}

function withoutValue(message: string): string {
  return message.replace(/ value: .*$/s, " value.").replace(/^Value ".*" does not exist/s, "The value does not exist");
}
