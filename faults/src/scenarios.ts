import type { Scenario } from "./scenario.js";
import { answerLost } from "./scenarios/answer-lost.js";
import { killPoints } from "./scenarios/kill-points/kill-points.js";
import { killRandom } from "./scenarios/kill-random.js";
import { postgresRestart } from "./scenarios/postgres-restart.js";
import { races } from "./scenarios/races.js";
import { sameKey } from "./scenarios/same-key.js";

/** Every scenario, in the order they are run and reported. */
export const SCENARIOS: readonly Scenario[] = [killRandom, killPoints, answerLost, postgresRestart, sameKey, races];
