import type { Random } from "../harness/random.js";
import { Draft } from "./draft.js";
import { type GroupPlan, MASTER, type Step } from "./plan.js";

/** How many clients use one key at once. */
export const CLIENTS_OF_A_KEY = 50;

/** One request that many clients make at once with the same key: a registration of any kind, or a commit. */
export function sameKeyPlan(group: string, random: Random): GroupPlan {
  const draft = new Draft(random);
  const kind = random.pick(["registerMaster", "registerMember", "registerMembers", "commit"] as const);
  if (kind === "registerMaster") return { group, stages: [byAll(draft.master())] };
  const filling = [[draft.master()], [draft.step("registerMembers")]];
  const asked = kind === "commit" ? draft.commit(MASTER) : draft.step(kind);
  return { group, stages: [...filling, byAll(asked)] };
}

function byAll(step: Step): Step[] {
  return Array.from({ length: CLIENTS_OF_A_KEY }, (_, client) => ({ ...step, key: "the same", replica: client % 2 }));
}
