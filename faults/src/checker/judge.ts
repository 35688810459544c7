import { type RecordedRequest, readHistory } from "../load/history.js";
import { isFaultOfTheService } from "../load/reply-kind.js";
import type { Figures } from "../scenario.js";
import { check } from "./check.js";
import { counted } from "./finding.js";
import { readStored } from "./read-stored.js";

/** The longest that any request may take, whatever is done to the service. */
const ANSWERED_WITHIN_MS = 10_000;
const MOST_MESSAGES = 10;
const MOST_GROUPS = 3;

/** What a load has come to. */
export interface Judgement extends Pick<Figures, "requests" | "answers" | "problems" | "evidence"> {
  /** How many results there were of each type: who would find no race finds no fault either. */
  readonly measured: Readonly<Record<string, number>>;
  readonly findings: NonNullable<Figures["findings"]>;
  /** The requests, by the group that they are about. */
  readonly history: ReadonlyMap<string, readonly RecordedRequest[]>;
}

/** Reads what clients wrote down and what the database holds, and holds the one against the other. */
export async function judge(historyFiles: readonly string[], databaseUrl: string): Promise<Judgement> {
  const history = await readHistory(historyFiles);
  const findings = check(history, await readStored(databaseUrl));
  const requests = [...history.values()].flat();
  const attempts = requests.flatMap((request) => request.attempts);
  return {
    history,
    requests: attempts.length,
    answers: countedBy(attempts.map(({ kind }) => kind)),
    measured: countedBy(requests.flatMap(({ answer }) => answer?.__typename ?? [])),
    findings: counted(findings),
    evidence: [...new Set(findings.flatMap(({ evidence }) => evidence ?? []))].slice(0, MOST_GROUPS),
    problems: [
      ...findings.slice(0, MOST_MESSAGES).map(({ kind, message }) => `${kind}: ${message}`),
      ...faultsIn(attempts.map(({ kind }) => kind)),
      ...lateIn(attempts.map(({ begin, end }) => end - begin)),
    ],
  };
}

/** How many there are of each. */
export function countedBy(kinds: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const kind of kinds.toSorted()) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}

function faultsIn(kinds: readonly string[]): string[] {
  const faults = countedBy(kinds.filter(isFaultOfTheService));
  return Object.entries(faults).map(([kind, count]) => `${count} requests were answered ${kind}.`);
}

function lateIn(times: readonly number[]): string[] {
  const late = times.filter((time) => Number.isFinite(time) && time > ANSWERED_WITHIN_MS);
  return late.length === 0 ? [] : [`${late.length} requests took longer than ${ANSWERED_WITHIN_MS / 1_000} s.`];
}
