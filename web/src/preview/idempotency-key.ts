/**
 * A key that nobody else takes. Not `crypto.randomUUID`, which browsers have on secure origins only, and a service in a
 * trusted network may be reached without TLS.
 */
export function newIdempotencyKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
