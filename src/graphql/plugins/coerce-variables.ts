import type { ApolloServerPlugin } from "@apollo/server";
import {
  coerceInputValue,
  type DocumentNode,
  type GraphQLSchema,
  isInputType,
  Kind,
  typeFromAST,
  type VariableDefinitionNode,
} from "graphql";
import { type ArgumentPath, BadUserInput } from "../errors/bad-user-input.js";
import { refuseNulls } from "./refuse-nulls.js";
import { placeOf } from "./variable-place.js";

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
      if (operation) refuseNulls(schema, document, operation, request.variables ?? {});
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

/** A field that is not there is reported at the object that lacks it. */
function missingField(message: string): ArgumentPath {
  return /^Field "(\w+)" of required type/.exec(message)?.slice(1) ?? [];
}

function withoutValue(message: string): string {
  return message.replace(/ value: .*$/s, " value.").replace(/^Value ".*" does not exist/s, "The value does not exist");
}
