import type { Scenario } from "./scenario.js";
import { killRandom } from "./scenarios/kill-random.js";

/** Every scenario, in the order they are run and reported. */
export const SCENARIOS: readonly Scenario[] = [killRandom];
