import { newId } from "../samples.js";

/** What takes an idempotency key. */
export function aKeyRequest(fingerprint = "fingerprint") {
  return { fingerprint, resultIds: [newId()], at: new Date("2026-01-01T00:00:00.000Z") };
}
