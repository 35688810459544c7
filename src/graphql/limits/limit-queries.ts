import type { ApolloServerPlugin, GraphQLRequestContextDidResolveOperation } from "@apollo/server";
import { getVariableValues } from "graphql";
import type { Context } from "../context.js";
import { checkSize } from "./check-size.js";
import { CostEstimate } from "./cost-estimate.js";
import type { QueryLimits } from "./query-limits.js";
import { QueryTooLarge } from "./query-too-large.js";

type Resolved = GraphQLRequestContextDidResolveOperation<Context>;

/**
 * Refuses what asks for too much, before anything of it runs: by the size of the document, and by what its answer would
 * cost. A client that sends `"extensions": { "cost": true }` finds the estimate in the answer's `extensions`.
 */
export function limitQueries(limits: QueryLimits): ApolloServerPlugin<Context> {
  return {
    requestDidStart: async ({ request }) => {
      let estimated: number | null = null;
      return {
        didResolveOperation: async (resolved) => {
          checkSize(resolved.document, limits);
          estimated = costOf(resolved);
          if (estimated > limits.cost) throw new QueryTooLarge("cost", limits.cost, estimated);
        },
        willSendResponse: async ({ response: { body } }) => {
          if (estimated === null || request.extensions?.cost !== true || body.kind !== "single") return;
          body.singleResult.extensions = { cost: { estimated, limit: limits.cost } };
        },
      };
    },
  };
}

function costOf({ schema, document, operation, request }: Resolved): number {
  if (!operation) return 0;
  const { coerced = {} } = getVariableValues(schema, operation.variableDefinitions ?? [], request.variables ?? {});
  return new CostEstimate(schema, document, coerced).of(operation);
}
