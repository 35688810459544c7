import { exportJWK, generateKeyPair, SignJWT } from "jose";
import type { Callers } from "../../src/application/callers.js";
import { givenKeys } from "../../src/infrastructure/callers/issuer-keys.js";
import { TokenCallers } from "../../src/infrastructure/callers/token-callers.js";

const EXPECTED = { issuer: "https://issuer.example", audience: "namesake" };
const EVERYTHING =
  "accounts:read accounts:write groups:create authentication:preview authentication:commit certificates:read";

/** An issuer of tokens, and a service that believes it. */
export interface SignedTokens {
  readonly callers: Callers;
  /** An Authorization header of somebody who may do everything. */
  authorizationOf(subject: string): Promise<string>;
}

export async function signedTokens(): Promise<SignedTokens> {
  const { publicKey, privateKey } = await generateKeyPair("ES256");
  const keys = givenKeys(JSON.stringify({ keys: [await exportJWK(publicKey)] }));
  return {
    callers: new TokenCallers(keys, EXPECTED),
    authorizationOf: async (subject) => {
      const token = new SignJWT({ scope: EVERYTHING, groups: "*" }).setProtectedHeader({ alg: "ES256" });
      return `Bearer ${await token
        .setSubject(subject)
        .setIssuer(EXPECTED.issuer)
        .setAudience(EXPECTED.audience)
        .setExpirationTime("1h")
        .sign(privateKey)}`;
    },
  };
}
