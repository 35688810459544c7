import type { RecordedRequest } from "../load/history.js";
import { ServiceModel } from "../model/service.js";
import { surplusIn, unkeptOf } from "./acknowledged.js";
import { eventsOf } from "./events.js";
import { evidenceOf } from "./evidence.js";
import type { Finding } from "./finding.js";
import { explain } from "./search.js";
import type { Stored, StoredGroup } from "./stored.js";
import { Target } from "./target.js";
import { tornIn } from "./torn.js";

/** Holds everything that was answered against everything that is there. @param groups the requests, by the group that they are about */
export function check(groups: ReadonlyMap<string, readonly RecordedRequest[]>, stored: Stored): Finding[] {
  const known = new Set<string>();
  const findings: Finding[] = [];
  for (const [name, requests] of groups) {
    const group = groupOf(requests, stored);
    if (group !== null) known.add(group.id);
    const found = checkGroup(name, requests, { stored, group });
    if (found.length > 0) findings.push(...found.map((one) => ({ ...one, evidence: evidenceOf(requests, group) })));
  }
  for (const group of stored.groups.values()) {
    if (!known.has(group.id))
      findings.push({ kind: "twice", message: `Group ${group.id} is there, and no request is known for it.` });
  }
  return findings;
}

interface Kept {
  readonly stored: Stored;
  readonly group: StoredGroup | null;
}

function checkGroup(name: string, requests: readonly RecordedRequest[], { stored, group }: Kept): Finding[] {
  const plain = [
    ...unkeptOf(requests, stored, group),
    ...(group === null ? [] : [...tornIn(group), ...surplusIn(group, requests, stored)]),
  ];
  // What is lost, there twice or torn has no order that explains it: to look for one takes long.
  return plain.length > 0 ? plain : unexplainedIn(name, requests, { stored, group });
}

function unexplainedIn(name: string, requests: readonly RecordedRequest[], { stored, group }: Kept): Finding[] {
  const events = requests.flatMap((request) => eventsOf(request, stored.keys));
  const explanation = explain(events, ServiceModel.empty(), new Target(group));
  if (explanation === "explained") return [];
  const why = explanation === "gave up" ? "was not found in time" : "does not exist";
  return [{ kind: "unexplained", message: `An order that explains the answers about ${name} ${why}.` }];
}

/** The group that was registered for them; null where none was. */
function groupOf(requests: readonly RecordedRequest[], { keys, groups }: Stored): StoredGroup | null {
  const registration = requests.find(({ operation }) => operation.kind === "registerMaster");
  const [id] = (registration && keys.get(registration.key)) ?? [];
  const told = id ?? registration?.answer?.account?.id;
  return (told && groups.get(told)) || null;
}
