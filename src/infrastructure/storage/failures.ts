import { hasCode } from "../has-code.js";

/** Whether another transaction was in the way (serialization_failure, deadlock_detected): it can be tried again at once. */
export function isConflict(error: unknown): boolean {
  return hasCode(error, "40001", "40P01");
}

/**
 * Whether the database cannot do now what it was asked, though nothing is wrong with that: it was cancelled, also for the
 * time it took, or for that of waiting for a lock (query_canceled, lock_not_available); a standby was asked
 * (read_only_sql_transaction); disk, memory or connections ran out (insufficient_resources).
 */
export function isOutage(error: unknown): boolean {
  return hasCode(error, "57014", "55P03", "25006", "53000", "53100", "53200", "53300", "53400");
}
