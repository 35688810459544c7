import type { Random } from "../harness/random.js";
import { Draft } from "./draft.js";
import { type GroupPlan, MASTER, type Step } from "./plan.js";

const FILLING = ["registerMember", "registerMember", "registerMembers"] as const;
const BEFORE = ["rename", "rename", "registerMember", "preview", "commitMember", "read"] as const;
const AFTER = ["registerMember", "rename", "commitMember", "commitMaster", "read", "read"] as const;

/** The life of a group: it is registered and filled, its accounts change, its master is authenticated, and more is asked of it. */
export function mixedPlan(group: string, random: Random): GroupPlan {
  const draft = new Draft(random);
  const stages: Step[][] = [[draft.master()], draft.several(FILLING, random.between(1, 3))];
  for (let count = random.between(1, 3); count > 0; count -= 1)
    stages.push(draft.several(BEFORE, random.between(1, 3)));
  const { name, certificate } = draft.identity();
  stages.push([draft.preview({ name, certificate: random.isTrue(0.7) ? certificate : null, shown: "shown" })]);
  const commit = draft.commit(MASTER, { name, certificate, ...(random.isTrue(0.5) && { shown: "shown" }) });
  stages.push([commit, ...draft.several(BEFORE, random.between(1, 3))]);
  for (let count = random.between(1, 2); count > 0; count -= 1) stages.push(draft.several(AFTER, random.between(1, 3)));
  return { group, stages };
}
