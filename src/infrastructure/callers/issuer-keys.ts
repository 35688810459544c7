import { createLocalJWKSet, createRemoteJWKSet, customFetch, type JSONWebKeySet, type JWTVerifyGetKey } from "jose";

const REFRESH_AFTER_MS = 10 * 60_000;
const ASK_AGAIN_AFTER_MS = 5_000;
const TIMEOUT_MS = 5_000;

/** @throws TypeError for what is no set of public keys */
export function givenKeys(json: string): JWTVerifyGetKey {
  const set = JSON.parse(json) as JSONWebKeySet;
  const keys = createLocalJWKSet(set);
  if (set.keys.length === 0) throw new TypeError("It has no key.");
  if (set.keys.some((key) => key.kty === "oct" || "d" in key)) throw new TypeError("It has a key that is not public.");
  return keys;
}

/**
 * The keys that an issuer publishes. They are asked for when a token names one that is not known, and anew every ten minutes
 * beside the work: as long as they cannot be had, those that are known stay in use.
 */
export function publishedKeys(url: URL, now: () => number = Date.now): JWTVerifyGetKey {
  let failedAt = Number.NEGATIVE_INFINITY;
  let askedAt = Number.NEGATIVE_INFINITY;
  const keys = createRemoteJWKSet(url, {
    cacheMaxAge: Number.POSITIVE_INFINITY,
    timeoutDuration: TIMEOUT_MS,
    [customFetch]: async (address, options) => {
      // Tokens that name keys of nobody must not become as many requests to the issuer.
      if (now() - failedAt < ASK_AGAIN_AFTER_MS) throw new Error("The issuer has just failed to answer.");
      askedAt = now();
      try {
        return Response.json(await fetchedKeys(address, options));
      } catch (error) {
        failedAt = now();
        throw error;
      }
    },
  });
  return async (header, token) => {
    if (keys.jwks() !== undefined && now() - askedAt > REFRESH_AFTER_MS) {
      askedAt = now();
      keys.reload().catch(() => undefined);
    }
    return keys(header, token);
  };
}

/** As a whole, so that whatever is wrong with them is one failure: the answer's status, its end, or what it holds. */
async function fetchedKeys(...request: Parameters<typeof fetch>): Promise<JSONWebKeySet> {
  const response = await fetch(...request);
  if (response.status !== 200) throw new Error(`The issuer answers with status ${response.status}.`);
  const keys = (await response.json()) as JSONWebKeySet;
  createLocalJWKSet(keys);
  return keys;
}
