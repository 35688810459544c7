import { resultIdsIn } from "../load/answer.js";
import type { RecordedRequest } from "../load/history.js";
import { hasKey } from "../load/operation.js";
import type { Finding } from "./finding.js";
import type { Stored, StoredGroup } from "./stored.js";

/** What was acknowledged and is not there, or is there under other ids than those that were told. */
export function unkeptOf(requests: readonly RecordedRequest[], stored: Stored, group: StoredGroup | null): Finding[] {
  const there = new Set([
    ...(group?.accounts ?? []).map(({ id }) => id),
    ...(group?.snapshots ?? []).map(({ id }) => id),
  ]);
  return requests.flatMap((request) => [...unkept(request, stored, there), ...unkeptSynchronization(request, group)]);
}

function* unkept(request: RecordedRequest, stored: Stored, there: ReadonlySet<string>): Generator<Finding> {
  const { answer, key, id, operation } = request;
  if (answer === null || !hasKey(operation)) return;
  const told = resultIdsIn(answer);
  const kept = stored.keys.get(key);
  for (const one of told)
    if (!there.has(one)) yield { kind: "lost", message: `${id} was told ${one}, which is not there.` };
  if (told.length > 0 && kept === undefined)
    yield { kind: "lost", message: `${id} was acknowledged, and its key is not there.` };
  if (told.length > 0 && kept !== undefined && kept.join() !== told.join()) {
    yield { kind: "twice", message: `${id} was told ${told.join()}, and its key stands for ${kept.join()}.` };
  }
  if (told.length === 0 && kept !== undefined && answer.__typename !== "IdempotencyKeyReused") {
    yield { kind: "twice", message: `${id} was answered ${answer.__typename}, and its key stands for ${kept.join()}.` };
  }
}

function* unkeptSynchronization({ id, answer }: RecordedRequest, group: StoredGroup | null): Generator<Finding> {
  const told = answer?.synchronization?.id;
  if (told !== undefined && !group?.synchronizations.some((one) => one.id === told)) {
    yield { kind: "lost", message: `${id} was told synchronization ${told}, which is not there.` };
  }
}

/** What is there and no key stands for: it was done more often than it was asked for; and keys without what they stand for. */
export function surplusIn(group: StoredGroup, requests: readonly RecordedRequest[], stored: Stored): Finding[] {
  const asked = new Set(requests.flatMap(({ key }) => stored.keys.get(key) ?? []));
  const there = new Set([...group.accounts, ...group.snapshots].map(({ id }) => id));
  const surplus = [...there].filter((id) => !asked.has(id));
  const missing = [...asked].filter((id) => !there.has(id));
  return [
    ...surplus.map(
      (id): Finding => ({ kind: "twice", message: `Group ${group.id}: ${id} is there, and no key stands for it.` }),
    ),
    ...missing.map(
      (id): Finding => ({ kind: "torn", message: `Group ${group.id}: a key stands for ${id}, which is not there.` }),
    ),
  ];
}
