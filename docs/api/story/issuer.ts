import { type CryptoKey, generateKeyPair, SignJWT } from "jose";
import { SCOPES, type Scope } from "../../../src/application/caller.js";
import { TokenCallers } from "../../../src/infrastructure/callers/token-callers.js";

const EXPECTED = { issuer: "https://issuer.example", audience: "namesake" };

/** Whom a token is issued to; it may do everything where no scopes are named. */
export interface Bearer {
  readonly subject: string;
  readonly scopes?: readonly Scope[];
  /** The ids of masters, or `*`. */
  readonly groups: readonly string[] | "*";
}

/** Issues the tokens that the examples are asked with, to be believed by the service that answers them. */
export class Issuer {
  readonly callers: TokenCallers;
  private isAway = false;

  private constructor(
    private readonly privateKey: CryptoKey,
    publicKey: CryptoKey,
  ) {
    this.callers = new TokenCallers(async () => {
      if (this.isAway) throw new Error("The issuer is away.");
      return publicKey;
    }, EXPECTED);
  }

  static async create(): Promise<Issuer> {
    const { privateKey, publicKey } = await generateKeyPair("ES256");
    return new Issuer(privateKey, publicKey);
  }

  token({ subject, scopes = SCOPES, groups }: Bearer): Promise<string> {
    return new SignJWT({ scope: scopes.join(" "), groups })
      .setProtectedHeader({ alg: "ES256" })
      .setIssuer(EXPECTED.issuer)
      .setAudience(EXPECTED.audience)
      .setSubject(subject)
      .setExpirationTime("1h")
      .sign(this.privateKey);
  }

  /** Has its keys be out of reach. */
  async away(request: () => Promise<unknown>): Promise<void> {
    this.isAway = true;
    await request();
    this.isAway = false;
  }
}
