import {
  type CryptoKey,
  exportJWK,
  generateKeyPair,
  type JSONWebKeySet,
  type JWK,
  type JWTHeaderParameters,
  SignJWT,
} from "jose";
import { SCOPES, type Scope } from "../../../src/application/caller.js";
import type { TokenExpectations } from "../../../src/infrastructure/callers/token-callers.js";

export const EXPECTED: TokenExpectations = { issuer: "https://issuer.example", audience: "namesake" };

/** What a token says; `undefined` for a claim that it lacks. */
export type Claims = Readonly<Record<string, unknown>>;

/** What a token says of a caller that may do everything in these groups, unless told otherwise. */
export function claimsOf(groups: unknown, scopes: readonly Scope[] = SCOPES, subject = "caller"): Claims {
  return { sub: subject, scope: scopes.join(" "), groups };
}

/** Signs tokens as an issuer does, with a key pair of its own. */
export class Issuer {
  private constructor(
    readonly kid: string,
    private readonly privateKey: CryptoKey,
    readonly publicKey: JWK,
  ) {}

  static async create(kid = "key-1", alg = "ES256"): Promise<Issuer> {
    const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
    return new Issuer(kid, privateKey, { ...(await exportJWK(publicKey)), kid, alg, use: "sig" });
  }

  get keys(): JSONWebKeySet {
    return { keys: [this.publicKey] };
  }

  privateJwk(): Promise<JWK> {
    return exportJWK(this.privateKey);
  }

  /** A token for the service, good for five minutes, unless the claims or the header say otherwise. */
  sign(claims: Claims, header: Partial<JWTHeaderParameters> = {}): Promise<string> {
    const now = secondsNow();
    const { issuer: iss, audience: aud } = EXPECTED;
    return new SignJWT({ iss, aud, iat: now, exp: now + 300, ...claims })
      .setProtectedHeader({ alg: String(this.publicKey.alg), kid: this.kid, ...header })
      .sign(this.privateKey);
  }
}

/** The clock as it is, whatever a test makes of `Date.now`: tokens are told to be in force by `new Date`. */
const { now: realNow } = Date;

export function secondsNow(): number {
  return Math.floor(realNow() / 1_000);
}
