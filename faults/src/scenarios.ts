import type { Scenario } from "./scenario.js";

/** Every scenario, in the order they are run and reported. */
export const SCENARIOS: readonly Scenario[] = [];
