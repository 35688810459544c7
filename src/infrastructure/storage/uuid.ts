const CANONICAL = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Ids are opaque to callers, who may send any text for one: what is no UUID names nothing, and never reaches the database. */
export function isUuid(text: string): boolean {
  return CANONICAL.test(text);
}
