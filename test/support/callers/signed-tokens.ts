import { SCOPES } from "../../../src/application/caller.js";
import type { Callers } from "../../../src/application/callers.js";
import { givenKeys } from "../../../src/infrastructure/callers/issuer-keys.js";
import { TokenCallers } from "../../../src/infrastructure/callers/token-callers.js";
import { claimsOf, EXPECTED, Issuer } from "./issuer.js";

/** An issuer of tokens, and those whom it makes known to a service. */
export interface SignedTokens {
  readonly callers: Callers;
  /** An Authorization header of somebody who may do everything. */
  authorizationOf(subject: string): Promise<string>;
}

export async function signedTokens(): Promise<SignedTokens> {
  const issuer = await Issuer.create();
  return {
    callers: new TokenCallers(givenKeys(JSON.stringify(issuer.keys)), EXPECTED),
    authorizationOf: async (subject) => `Bearer ${await issuer.sign(claimsOf("*", SCOPES, subject))}`,
  };
}
