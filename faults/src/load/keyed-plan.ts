import type { Random } from "../harness/random.js";
import { Draft } from "./draft.js";
import { type GroupPlan, MASTER } from "./plan.js";

/** How many requests of a plan have a key. */
export const KEYS_OF_A_PLAN = 5;

/** One after the other, each request that a key can make safe to repeat. */
export function keyedPlan(group: string, random: Random): GroupPlan {
  const draft = new Draft(random);
  const steps = [
    draft.master(),
    draft.step("registerMember"),
    draft.step("registerMembers"),
    draft.commit("member 1"),
    draft.commit(MASTER),
  ];
  return { group, stages: steps.map((step) => [step]) };
}
