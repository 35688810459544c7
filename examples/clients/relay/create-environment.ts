import {
  Environment,
  type GraphQLResponse,
  type GraphQLResponseWithData,
  Network,
  RecordSource,
  type RequestParameters,
  Store,
  type Variables,
} from "relay-runtime";
import { type ServiceErrorDetails, ServiceErrors } from "./service-errors.js";

/** A Relay environment that asks the service at `url`. */
export function createEnvironment(url: string, token?: string): Environment {
  const headers = {
    "content-type": "application/json",
    accept: "application/graphql-response+json, application/json;q=0.9",
    ...(token !== undefined && { authorization: `Bearer ${token}` }),
  };

  async function ask({ text }: RequestParameters, variables: Variables): Promise<GraphQLResponse> {
    const response = await fetch(url, { method: "POST", headers, body: JSON.stringify({ query: text, variables }) });
    const { errors, ...answer } = (await response.json()) as Answer;
    if (errors !== undefined) throw new ServiceErrors(errors);
    return answer;
  }

  return new Environment({ network: Network.create(ask), store: new Store(new RecordSource()) });
}

type Answer = GraphQLResponseWithData & { readonly errors?: readonly ServiceErrorDetails[] };
