import type { RecordedRequest } from "./history.js";
import { isReading } from "./operation.js";

/** From each of these moments to the first change after it that was acknowledged, in milliseconds; Infinity where there was none. */
export function recoveriesAfter(
  moments: readonly number[],
  history: ReadonlyMap<string, readonly RecordedRequest[]>,
): number[] {
  const changes = [...history.values()].flat().filter(({ operation }) => !isReading(operation));
  const successes = changes.flatMap(({ attempts }) => attempts.filter(({ kind }) => kind === "200"));
  return moments.map((moment) => {
    const after = successes.filter(({ begin }) => begin >= moment).map(({ end }) => end - moment);
    return after.reduce((least, one) => Math.min(least, one), Number.POSITIVE_INFINITY);
  });
}
