import type { RecordedRequest } from "../load/history.js";
import type { StoredGroup } from "./stored.js";

/** More would be read by nobody. */
const MOST_CHARACTERS = 20_000;

/** What was asked about a group, in the order of time and in milliseconds from its beginning, and what the database holds of it. */
export function evidenceOf(requests: readonly RecordedRequest[], group: StoredGroup | null): string {
  const ordered = requests.toSorted((one, other) => beginOf(one) - beginOf(other));
  const start = Math.min(...requests.map(beginOf));
  const lines = ordered.map(({ id, operation, attempts, answer }) => {
    const times = attempts.map(({ begin, end, kind }) => `${since(start, begin)} to ${since(start, end)}: ${kind}`);
    return `${id} [${times.join("; ")}] ${JSON.stringify(operation)} ${JSON.stringify(answer)}`;
  });
  return [...lines, JSON.stringify(group)].join("\n").slice(0, MOST_CHARACTERS);
}

function beginOf({ attempts }: RecordedRequest): number {
  return attempts[0]?.begin ?? 0;
}

function since(start: number, moment: number): string {
  return (moment - start).toFixed(1);
}
