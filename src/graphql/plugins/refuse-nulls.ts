import {
  type DocumentNode,
  type GraphQLSchema,
  isNonNullType,
  Kind,
  type OperationDefinitionNode,
  TypeInfo,
  type VariableNode,
  visit,
  visitWithTypeInfo,
} from "graphql";
import { BadUserInput } from "../errors/bad-user-input.js";
import { placeOf } from "./variable-place.js";

/**
 * Refuses a null for a variable with a default that stands where no null may: the document is valid for the default's sake.
 * @throws BadUserInput
 */
export function refuseNulls(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Record<string, unknown>,
): void {
  const withDefault = operation.variableDefinitions?.filter(({ defaultValue }) => defaultValue !== undefined) ?? [];
  const nulls = withDefault.map(({ variable }) => variable.name.value).filter((name) => variables[name] === null);
  if (nulls.length === 0) return;
  const types = new TypeInfo(schema);
  const refuse = ({ name: { value: name } }: VariableNode) => {
    if (!nulls.includes(name) || !isNonNullType(types.getInputType())) return;
    const message = `Variable "$${name}": Expected a value other than null.`;
    throw new BadUserInput(placeOf(name, document), message, "INVALID_VARIABLE", { status: 400 });
  };
  for (const definition of document.definitions) {
    if (definition !== operation && definition.kind === Kind.OPERATION_DEFINITION) continue;
    visit(definition, visitWithTypeInfo(types, { Variable: refuse, VariableDefinition: () => false }));
  }
}
