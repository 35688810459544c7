import type { Callers } from "../../../src/application/callers.js";
import { givenKeys } from "../../../src/infrastructure/callers/issuer-keys.js";
import { TokenCallers } from "../../../src/infrastructure/callers/token-callers.js";
import { GraphqlClient } from "../graphql-client.js";
import { startTestService, type TestService, type TestServiceOptions } from "../graphql-service.js";
import { type Claims, EXPECTED, Issuer } from "./issuer.js";

/** A service that asks who is calling. Whoever brings about what a test starts from may do everything. */
export interface AskingService extends TestService {
  readonly issuer: Issuer;
  /** A client with a token of these claims. */
  clientOf(claims: Claims): Promise<GraphqlClient>;
}

export interface AskingServiceOptions extends Omit<TestServiceOptions, "callers"> {
  /** What is put around those whom the service knows; nothing if it is not given. */
  readonly around?: (callers: Callers) => Callers;
}

export async function startAskingService(options: AskingServiceOptions = {}): Promise<AskingService> {
  const { around = (callers) => callers, ...others } = options;
  const issuer = await Issuer.create();
  const callers = around(new TokenCallers(givenKeys(JSON.stringify(issuer.keys)), EXPECTED));
  const service = await startTestService({ callers, ...others });
  return {
    ...service,
    issuer,
    clientOf: async (claims) => new GraphqlClient(service.url, await issuer.sign(claims)),
  };
}
