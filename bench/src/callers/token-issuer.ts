import { exportJWK, generateKeyPair, type JWK, SignJWT } from "jose";
import { SCOPES } from "../../../src/application/caller.js";
import type { Headers } from "../service/http-client.js";

/** What tokens are signed with here: on the curve P-256, or with 2048 bits of RSA. */
const ALGORITHMS = ["ES256", "RS256"] as const;
export type Algorithm = (typeof ALGORITHMS)[number];

/** Whom a token is for: the ids of its groups' masters, or all of them. */
export interface Grant {
  readonly algorithm: Algorithm;
  readonly groups: "*" | readonly string[];
}

const ISSUER = "https://issuer.example";
const AUDIENCE = "namesake";

type KeyPair = Awaited<ReturnType<typeof generateKeyPair>>;

/** An issuer with a key for each algorithm, made for this run. */
export class TokenIssuer {
  private constructor(
    private readonly keys: ReadonlyMap<Algorithm, KeyPair>,
    private readonly published: readonly JWK[],
  ) {}

  static async create(): Promise<TokenIssuer> {
    const keys = new Map<Algorithm, KeyPair>();
    const published: JWK[] = [];
    for (const algorithm of ALGORITHMS) {
      const pair = await generateKeyPair(algorithm);
      keys.set(algorithm, pair);
      published.push({ ...(await exportJWK(pair.publicKey)), kid: algorithm, alg: algorithm });
    }
    return new TokenIssuer(keys, published);
  }

  /** The service's settings that make it trust this issuer, and nobody else. */
  get settings(): Record<string, string> {
    return { AUTH_ISSUER: ISSUER, AUTH_AUDIENCE: AUDIENCE, AUTH_JWKS: JSON.stringify({ keys: this.published }) };
  }

  /** What a caller sends who may do everything within some groups. */
  async headersFor({ algorithm, groups }: Grant): Promise<Headers> {
    const token = await new SignJWT({ scope: SCOPES.join(" "), groups })
      .setProtectedHeader({ alg: algorithm, kid: algorithm })
      .setIssuer(ISSUER)
      .setAudience(AUDIENCE)
      .setSubject("bench")
      .setExpirationTime("1 day")
      .sign((this.keys.get(algorithm) as KeyPair).privateKey);
    return { authorization: `Bearer ${token}` };
  }
}
