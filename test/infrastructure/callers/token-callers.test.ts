import { beforeAll, describe, expect, test } from "@jest/globals";
import { type JWTVerifyGetKey, SignJWT } from "jose";
import { SCOPES, type Scope } from "../../../src/application/caller.js";
import { CallersUnknown, Unauthenticated } from "../../../src/application/callers.js";
import { givenKeys } from "../../../src/infrastructure/callers/issuer-keys.js";
import { TokenCallers } from "../../../src/infrastructure/callers/token-callers.js";
import { BAD_TOKENS } from "../../support/callers/bad-tokens.js";
import { type Claims, claimsOf, EXPECTED, Issuer, secondsNow } from "../../support/callers/issuer.js";

const GROUP = "01954f00-0000-7000-8000-000000000001";
const OTHER = "01954f00-0000-7000-8000-000000000002";

let issuer: Issuer;
let callers: TokenCallers;

beforeAll(async () => {
  issuer = await Issuer.create();
  callers = callersBy(issuer);
});

function callersBy(...issuers: readonly Issuer[]): TokenCallers {
  const keys = issuers.flatMap(({ keys }) => keys.keys);
  return new TokenCallers(givenKeys(JSON.stringify({ keys })), EXPECTED);
}

async function callerWith(claims: Claims) {
  return callers.callerOf(`Bearer ${await issuer.sign(claims)}`, "request-7");
}

describe("a token that the issuer signed for this service", () => {
  test("says who is calling, what it may do, and which groups there are for it", async () => {
    const caller = await callerWith(claimsOf([GROUP, OTHER], ["accounts:read", "authentication:preview"]));

    expect(caller.recordedBy).toEqual({ subject: "caller", requestId: "request-7" });
    expect(SCOPES.filter((scope) => caller.has(scope))).toEqual(["accounts:read", "authentication:preview"]);
    expect(caller.groupIds).toEqual([GROUP, OTHER]);
  });

  test.each<[what: string, claims: Claims, scopes: readonly Scope[], groupIds: readonly string[] | null]>([
    ["every group", { groups: "*", scope: "accounts:read" }, ["accounts:read"], null],
    ["no group, where it names none", { scope: "accounts:read" }, ["accounts:read"], []],
    ["no group by a star among others", { groups: ["*", GROUP], scope: "" }, [], [GROUP]],
    ["no group by what is the id of nothing", { groups: ["", "x", GROUP.toUpperCase().replace("0", "A")] }, [], []],
    ["no scope, where it names none", { groups: [GROUP] }, [], [GROUP]],
    ["no scope that it only begins with", { groups: [], scope: "accounts accounts:" }, [], []],
    ["its own scopes among those of other services", { scope: "openid  accounts:write email" }, ["accounts:write"], []],
  ])("opens %s", async (_what, claims, scopes, groupIds) => {
    const caller = await callerWith({ sub: "caller", ...claims });

    expect(SCOPES.filter((scope) => caller.has(scope))).toEqual(scopes);
    expect(caller.groupIds).toEqual(groupIds);
  });

  test.each<[what: string, claims: () => Claims]>([
    ["has ended within the last minute", () => ({ exp: secondsNow() - 50 })],
    ["begins within the next", () => ({ nbf: secondsNow() + 50 })],
    ["is for several services", () => ({ aud: ["another", "namesake"] })],
    ["has a subject of 255 characters", () => ({ sub: "x".repeat(255) })],
  ])("is believed where it %s", async (_what, claims) => {
    await expect(callerWith({ ...claimsOf([]), ...claims() })).resolves.toBeDefined();
  });

  test.each(["ES256", "ES384", "ES512", "RS256", "PS512", "EdDSA"])(
    "is believed where it is signed by %s",
    async (alg) => {
      const other = await Issuer.create(`key-${alg}`, alg);
      const both = callersBy(issuer, other);

      const caller = await both.callerOf(`bearer ${await other.sign(claimsOf([GROUP]))}`, "request-1");

      expect(caller.groupIds).toEqual([GROUP]);
    },
  );
});

describe("nobody is calling with a token that is", () => {
  test.each(BAD_TOKENS)("%s", async (_what, header) => {
    const given = await header(issuer, claimsOf("*"));

    const asking = callers.callerOf(given, "request-1");

    await expect(asking).rejects.toEqual(new Unauthenticated("invalid"));
    await expect(asking).rejects.not.toHaveProperty("cause");
  });

  test("signed with a secret, whoever shares it", async () => {
    const secret = new TextEncoder().encode("a secret of thirty-two characters");
    const sharing = new TokenCallers(async () => secret, EXPECTED);
    const { issuer: iss, audience: aud } = EXPECTED;
    const claims = new SignJWT({ ...claimsOf("*"), iss, aud, exp: secondsNow() + 300 });
    const token = await claims.setProtectedHeader({ alg: "HS256" }).sign(secret);

    const asking = sharing.callerOf(`Bearer ${token}`, "request-1");

    await expect(asking).rejects.toEqual(new Unauthenticated("invalid"));
  });

  test("missing", async () => {
    await expect(callers.callerOf(undefined, "request-1")).rejects.toEqual(new Unauthenticated("missing"));
  });

  test("of an end that is no time", async () => {
    // SignJWT takes no such claim.
    const [header, , signature] = (await issuer.sign(claimsOf("*"))).split(".");
    const claims = Buffer.from(JSON.stringify({ ...claimsOf("*"), exp: "never" })).toString("base64url");

    const asking = callers.callerOf(`Bearer ${header}.${claims}.${signature}`, "request-1");

    await expect(asking).rejects.toEqual(new Unauthenticated("invalid"));
  });
});

describe("where the issuer's keys cannot be had", () => {
  test("it is not known who is calling, whatever the reason is", async () => {
    const failure = new TypeError("fetch failed");
    const keys: JWTVerifyGetKey = async () => {
      throw failure;
    };
    const unknowing = new TokenCallers(keys, EXPECTED);

    const asking = unknowing.callerOf(`Bearer ${await issuer.sign(claimsOf("*"))}`, "request-1");

    await expect(asking).rejects.toBeInstanceOf(CallersUnknown);
    await expect(asking).rejects.toHaveProperty("cause", failure);
  });

  test("a header that holds no token is refused all the same", async () => {
    const keys: JWTVerifyGetKey = () => Promise.reject(new TypeError("fetch failed"));
    const unknowing = new TokenCallers(keys, EXPECTED);

    await expect(unknowing.callerOf("Bearer x", "request-1")).rejects.toBeInstanceOf(Unauthenticated);
  });
});
