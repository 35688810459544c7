import { isDeepStrictEqual } from "node:util";
import type { Answer } from "../load/answer.js";
import { resultIdsIn } from "../load/answer.js";
import type { RecordedRequest } from "../load/history.js";
import { hasKey, isReading } from "../load/operation.js";
import { saysNothingWasDone } from "../load/reply-kind.js";
import type { ModelRequest } from "../model/service.js";
import type { Event } from "./search.js";

/** What a request may have brought about and when. A request that was answered anew after a lost answer is two events. */
export function eventsOf(request: RecordedRequest, keys: ReadonlyMap<string, readonly string[]>): Event[] {
  const { answer, attempts, operation } = request;
  const heard = attempts.filter(({ kind }) => !saysNothingWasDone(kind));
  const [first] = heard;
  const last = heard.at(-1);
  if (first === undefined || last === undefined || (answer === null && isReading(operation))) return [];

  const asked: ModelRequest = {
    id: request.id,
    key: hasKey(operation) ? request.key : null,
    operation,
    resultIds: (answer && nonEmpty(resultIdsIn(answer))) ?? keys.get(request.key) ?? [],
  };
  if (answer === null) return unanswered(asked, first.begin);
  if (isReading(operation) || heard.length === 1) return [answered(asked, answer, last)];
  if (answer.replayed) return [effect(asked, { begin: first.begin, end: last.end }), answered(asked, answer, last)];
  return [answered(asked, answer, { begin: first.begin, end: last.end })];
}

interface Time {
  readonly begin: number;
  readonly end: number;
}

/** Its key tells whether it was done. Without a key, nothing does. */
function unanswered(asked: ModelRequest, begin: number): Event[] {
  const time = { begin, end: Number.POSITIVE_INFINITY };
  if (asked.key === null) return [{ ...effect(asked, time), isOptional: true }];
  return asked.resultIds.length > 0 ? [effect(asked, time)] : [];
}

/** It took effect at some time; what it was answered then, nobody knows. */
function effect(asked: ModelRequest, time: Time): Event {
  return {
    ...time,
    name: `the effect of ${asked.id}`,
    isOptional: false,
    apply: (service) => {
      if (asked.key !== null && service.isUsed(asked.key)) return service;
      const done = service.do(asked)?.service ?? null;
      return asked.key === null || done?.isUsed(asked.key) ? done : null;
    },
  };
}

/** It was done, and answered with what was so then. */
function answered(asked: ModelRequest, answer: Answer, time: Time): Event {
  return {
    ...time,
    name: `${asked.id}, answered ${answer.__typename}`,
    isOptional: false,
    apply: (service) => {
      const isRepeat = asked.key !== null && service.isUsed(asked.key);
      if (answer.replayed !== undefined && answer.replayed !== isRepeat) return null;
      const step = service.do(asked);
      return step !== null && isDeepStrictEqual(comparable(step.answer), comparable(answer)) ? step.service : null;
    },
  };
}

/** Most that is shown of a preview's members. */
const PAGE = 100;

/** An answer without what the model cannot foretell, and with its lists in one order. */
function comparable({ replayed, previewToken, synchronization, members, breakdown, account, ...rest }: Answer) {
  const nodes = members?.nodes.toSorted((one, other) => (one.member.id < other.member.id ? -1 : 1)).slice(0, PAGE);
  const counts = breakdown?.map(({ reason, statusBefore, count }) => `${reason} ${statusBefore} ${count}`).toSorted();
  return plain({
    ...rest,
    account: account && { ...account, looked: undefined },
    synchronization: synchronization && { ...synchronization, id: "" },
    nodes,
    counts,
  });
}

/** Without fields that are not there, and with no other prototype than a parsed answer has. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

function nonEmpty<T>(values: readonly T[]): readonly T[] | null {
  return values.length > 0 ? values : null;
}
