const FIRST_SPAN_MS = 200;
const LONGEST_SPAN_MS = 10_000;

/**
 * How long to wait after the attempt with this number, from 1 on: as long as was asked for, and a random part of a span that
 * doubles, so that clients that failed together do not come back together.
 */
export function backoff(attempt: number, askedForMs = 0): number {
  return askedForMs + Math.random() * Math.min(LONGEST_SPAN_MS, FIRST_SPAN_MS * 2 ** (attempt - 1));
}

/** What a Retry-After header asks for, in milliseconds: it holds seconds or a date. */
export function retryAfter(header: string | null, now = Date.now()): number | undefined {
  if (header === null) return undefined;
  const ms = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now;
  return Number.isNaN(ms) ? undefined : Math.max(0, ms);
}
