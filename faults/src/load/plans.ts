import type { Random } from "../harness/random.js";
import { mixedPlan } from "./mixed-plan.js";
import type { GroupPlan } from "./plan.js";

/** The kinds of plans that clients can be told to draw. */
export const PLANS = {
  mixed: mixedPlan,
} as const satisfies Record<string, (group: string, random: Random) => GroupPlan>;

export type PlanName = keyof typeof PLANS;
