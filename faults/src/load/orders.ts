import type { PlanName } from "./plans.js";

/** What a client process is told to do. */
export interface Orders {
  /** Its name, which the names of its groups and its keys begin with. */
  readonly client: string;
  readonly seed: string;
  readonly plan: PlanName;
  /** How many groups it has; null for as many as it comes to until it is told to finish. */
  readonly groups: number | null;
  /** How many groups it plays at once. */
  readonly atOnce: number;
  readonly replicas: readonly string[];
  readonly historyFile: string;
  readonly patienceMs: number;
}

/** Said by the suite, after the orders: begin no further group. */
export const FINISH = "finish";
