import { createGraphiQLFetcher, type Fetcher, type FetcherParams } from "@graphiql/toolkit";
import { type ExecutionResult, GraphQLError } from "graphql";
import { type Answers, filled, UnfilledPlaceholder } from "../../../examples/placeholders.js";

const KEPT_AS = "namesake:answers";

/** Asks the service, with what earlier answers gave in place of the placeholders in the variables. */
export function storyFetcher(url: string): Fetcher {
  const fetcher = createGraphiQLFetcher({ url, enableIncrementalDelivery: false });
  return async (params, options) => {
    try {
      const answer = (await fetcher(withoutPlaceholders(params), options)) as ExecutionResult<Answers>;
      keep(answer);
      return answer;
    } catch (error) {
      if (error instanceof UnfilledPlaceholder) return { errors: [new GraphQLError(error.message)] };
      throw error;
    }
  };
}

function withoutPlaceholders(params: FetcherParams): FetcherParams {
  return { ...params, variables: filled(params.variables, answersSoFar()) };
}

/** For as long as the page's tab is open, and nowhere else. */
function keep({ data }: ExecutionResult<Answers>): void {
  if (data == null || "__schema" in data) return;
  sessionStorage.setItem(KEPT_AS, JSON.stringify({ ...answersSoFar(), ...data }));
}

function answersSoFar(): Answers {
  return JSON.parse(sessionStorage.getItem(KEPT_AS) ?? "{}");
}
