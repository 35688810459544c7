const NOTHING_DONE = ["SERVICE_UNAVAILABLE", "RATE_LIMITED", "PREVIEW_STALE"];

/** Whether a reply says for certain that nothing was done. */
export function saysNothingWasDone(kind: string): boolean {
  return NOTHING_DONE.some((code) => kind.endsWith(` ${code}`));
}

/** Whether a reply is neither an answer nor a clear word that there cannot be one now. */
export function isFaultOfTheService(kind: string): boolean {
  const isClear = kind === "200" || kind === "no answer" || kind.endsWith(" OUTCOME_UNKNOWN");
  return !isClear && !saysNothingWasDone(kind);
}
