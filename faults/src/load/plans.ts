import type { Random } from "../harness/random.js";
import { keyedPlan } from "./keyed-plan.js";
import { mixedPlan } from "./mixed-plan.js";
import type { GroupPlan } from "./plan.js";
import { racePlan } from "./race-plan.js";
import { sameKeyPlan } from "./same-key-plan.js";

/** The kinds of plans that clients can be told to draw. */
export const PLANS = {
  mixed: mixedPlan,
  race: racePlan,
  "same key": sameKeyPlan,
  keyed: keyedPlan,
} as const satisfies Record<string, (group: string, random: Random) => GroupPlan>;

export type PlanName = keyof typeof PLANS;
