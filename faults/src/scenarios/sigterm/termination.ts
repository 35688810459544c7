import { isLast } from "../../sockets/http-answer.js";
import type { SentRequest } from "./steady-client.js";

/** What was seen of a replica that was told to end. Times are those of one clock, in milliseconds. */
export interface Termination {
  readonly toldAt: number;
  /** When it said that it is not ready any more. */
  readonly unreadyAt: number;
  readonly endedAt: number;
  readonly code: number | null;
  readonly requests: readonly SentRequest[];
  /** The keys of what was done. */
  readonly doneKeys: ReadonlySet<string>;
}

/** For how long it goes on answering, as DRAIN_SECONDS says. */
export const DRAIN_MS = 1_000;

const UNREADY_WITHIN_MS = 500;
/** How long a busy service may take to take on a connection that the system has. */
const TAKEN_ON_WITHIN_MS = 250;
const ENDED_WITHIN_MS = 10_000;

/** What was not as it has to be, a sentence each. */
export function problemsWith(termination: Termination): string[] {
  const { toldAt, unreadyAt, endedAt, code, requests } = termination;
  const problems = requests.flatMap((request) => problemWith(request, termination) ?? []);
  if (code !== 0) problems.push(`A replica ended with ${code}.`);
  if (unreadyAt - toldAt > UNREADY_WITHIN_MS) problems.push(`It was ready for ${unreadyAt - toldAt} ms more.`);
  if (endedAt - toldAt > ENDED_WITHIN_MS) problems.push(`It ended after ${endedAt - toldAt} ms.`);
  return problems;
}

function problemWith(request: SentRequest, termination: Termination): string | null {
  const { key, sentAt, answer } = request;
  if (answer === null) return lossOf(request, termination);
  if (answer.status !== 200 || answer.body.includes('"errors"')) return `${key} was answered ${answer.status}.`;
  const isKept = sentAt > termination.unreadyAt && !isLast(answer);
  return isKept ? `${key} was answered while draining without "Connection: close".` : null;
}

/**
 * A request was admitted if the service did it, or began to answer it; and what was sent before the listener closed has to
 * be admitted. That leaves what no server can answer: what a client sends on an idle connection at the very moment that the
 * service closes it, which is not before the draining is over; and what it sends on a new one that the system has taken on,
 * and the service has not by the time that its listener closes. Nothing of it was done.
 */
function lossOf({ key, sentAt, isFirst, cutOffBytes }: SentRequest, { toldAt, doneKeys }: Termination): string | null {
  if (doneKeys.has(key)) return `${key} was done, and not answered.`;
  if (cutOffBytes > 0) return `The answer to ${key} was cut off after ${cutOffBytes} bytes.`;
  const afterMs = sentAt - toldAt;
  const isTooLate = afterMs >= DRAIN_MS - (isFirst ? TAKEN_ON_WITHIN_MS : 0);
  return isTooLate ? null : `${key} was sent ${Math.round(afterMs)} ms after SIGTERM, and not answered.`;
}
