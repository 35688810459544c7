import type { ApolloServerPlugin } from "@apollo/server";
import { GraphQLError, getVariableValues } from "graphql";
import { FieldCount } from "./field-count.js";

/** A hundred accounts, with a hundred members each, and all that is to be known of them. It takes about a second. */
const MAX_FIELDS = 200_000;

/**
 * Refuses what would be answered with too many fields: lists in lists multiply, so that ten lines of a document, from a
 * master to its members and back, would have the whole service do nothing else.
 */
export const limitFields: ApolloServerPlugin = {
  requestDidStart: async () => ({
    didResolveOperation: async ({ schema, document, operation, request }) => {
      if (!operation) return;
      const { coerced = {} } = getVariableValues(schema, operation.variableDefinitions ?? [], request.variables ?? {});
      if (new FieldCount(schema, document, coerced).of(operation) <= MAX_FIELDS) return;
      throw new GraphQLError(
        "An answer has at most 200,000 fields, nested at most 200 deep; ask for smaller pages, or for less at once.",
        {
          extensions: { code: "QUERY_TOO_LARGE", http: { status: 400 } },
        },
      );
    },
  }),
};
