/** What the kind of a reply ends with where it has errors beside a result: it was done, and some of the answer is missing. */
export const IN_PART = ", in part";

const NOTHING_DONE = ["SERVICE_UNAVAILABLE", "RATE_LIMITED", "PREVIEW_STALE"];

/** Whether a reply says for certain that nothing was done. */
export function saysNothingWasDone(kind: string): boolean {
  return NOTHING_DONE.some((code) => kind.endsWith(` ${code}`));
}

/** Whether a reply is neither an answer nor a clear word that there cannot be one now. */
export function isFaultOfTheService(kind: string): boolean {
  const whole = kind.endsWith(IN_PART) ? kind.slice(0, -IN_PART.length) : kind;
  const isClear = whole === "200" || whole === "no answer" || whole.endsWith(" OUTCOME_UNKNOWN");
  return !isClear && !saysNothingWasDone(whole);
}
