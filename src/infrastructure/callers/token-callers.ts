import { errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from "jose";
import { z } from "zod";
import { Caller } from "../../application/caller.js";
import { type Callers, CallersUnknown, Unauthenticated } from "../../application/callers.js";
import { isUuid } from "../storage/uuid.js";

/** Signatures that are made with a key that nobody else has: whoever can verify them cannot make them. */
const ALGORITHMS = [
  "RS256",
  "RS384",
  "RS512",
  "PS256",
  "PS384",
  "PS512",
  "ES256",
  "ES384",
  "ES512",
  "EdDSA",
  "Ed25519",
];
const CLOCK_TOLERANCE_S = 60;
const BEARER = /^Bearer +([A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+)$/i;

/** What of a token says who is calling (RFC 7519), and what it may do: `scope` (RFC 8693) and `groups`, ids of masters or `*`. */
const CLAIMS = z.object({
  // Kept with what the caller does: as it is, or not at all.
  sub: z
    .string()
    .min(1)
    .max(255)
    .refine((subject) => subject.isWellFormed() && !subject.includes("\0")),
  scope: z.string().default(""),
  groups: z.union([z.literal("*"), z.array(z.string()).max(1_000)]).default([]),
});

export interface TokenExpectations {
  readonly issuer: string;
  readonly audience: string;
}

/** Callers with a bearer token: a JWT that the issuer signed for this service. */
export class TokenCallers implements Callers {
  constructor(
    private readonly keys: JWTVerifyGetKey,
    private readonly expectations: TokenExpectations,
  ) {}

  async callerOf(authorization: string | undefined, requestId: string): Promise<Caller> {
    if (authorization === undefined) throw new Unauthenticated("missing");
    const token = BEARER.exec(authorization)?.[1];
    if (token === undefined) throw new Unauthenticated("invalid");
    const { data: claims } = CLAIMS.safeParse(await this.verified(token));
    if (claims === undefined) throw new Unauthenticated("invalid");

    const { sub: subject, scope, groups } = claims;
    const groupIds = groups === "*" ? null : groups.filter(isUuid);
    return Caller.of({ subject, requestId }, scope.split(" "), groupIds);
  }

  private async verified(token: string): Promise<JWTPayload> {
    try {
      const { payload } = await jwtVerify(token, this.keys, {
        ...this.expectations,
        algorithms: ALGORITHMS,
        clockTolerance: CLOCK_TOLERANCE_S,
        requiredClaims: ["exp", "sub"],
      });
      return payload;
    } catch (error) {
      const isKeys = error instanceof errors.JWKSTimeout || error instanceof errors.JWKSInvalid;
      if (error instanceof errors.JOSEError && !isKeys) throw new Unauthenticated("invalid");
      throw new CallersUnknown("The issuer's keys cannot be had.", { cause: error });
    }
  }
}
