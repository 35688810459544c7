import { type ASTVisitor, GraphQLError, type ValidationContext } from "graphql";

/** Refuses a subscription, which this schema has none of: graphql-js finds out as late as at its execution, as a fault. */
export function knownOperations(context: ValidationContext): ASTVisitor {
  return {
    OperationDefinition: (node) => {
      if (context.getSchema().getRootType(node.operation) == null) {
        context.reportError(new GraphQLError(`The schema has no ${node.operation}s.`, { nodes: node }));
      }
    },
  };
}
