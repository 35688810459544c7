import { DomainError } from "../domain/domain-error.js";
import type { Environment } from "./environment.js";
import { IdempotencyKeyReused } from "./refusals.js";
import type { IdempotencyKeys } from "./stores.js";

const MAX_CODE_POINTS = 255;

export class InvalidIdempotencyKey extends DomainError {
  readonly code = "INVALID_IDEMPOTENCY_KEY";
}

/** @throws InvalidIdempotencyKey for anything but 1 to 255 characters, none of them U+0000 or half of a surrogate pair */
export function idempotencyKey(raw: string): string {
  const length = raw.length > 2 * MAX_CODE_POINTS ? raw.length : [...raw].length;
  if (length < 1 || length > MAX_CODE_POINTS || raw.includes("\0") || !raw.isWellFormed()) {
    throw new InvalidIdempotencyKey(
      `An idempotency key has 1 to ${MAX_CODE_POINTS} characters; U+0000 and broken surrogate pairs are not among them.`,
    );
  }
  return raw;
}

/** A request that is to have one effect, however often it is made. */
export interface IdempotentRequest {
  /** Null: the caller does not mind a second effect. */
  readonly key: string | null;
  /** The operation and its input, as JSON. */
  readonly content: unknown;
  /** The ids of what the request brings about. */
  readonly resultIds: readonly string[];
}

/** An input that came later, as a part of a request's content: without it, the content is what it was before. */
export function given<T>(value: T | null): readonly T[] {
  return value === null ? [] : [value];
}

/** Does a request the first time its key is seen, and every other time answers from what came of it then. */
export async function once<T>(
  keys: IdempotencyKeys,
  { now, digest }: Environment,
  request: IdempotentRequest,
  effect: { first: () => Promise<T>; again: (resultIds: readonly string[]) => Promise<T> },
): Promise<T | IdempotencyKeyReused> {
  if (request.key === null) return effect.first();
  const fingerprint = digest(JSON.stringify(request.content));
  const earlier = await keys.take(request.key, { fingerprint, resultIds: request.resultIds, at: now() });
  if (earlier === null) return effect.first();
  return earlier.fingerprint === fingerprint ? effect.again(earlier.resultIds) : new IdempotencyKeyReused();
}
