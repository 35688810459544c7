import type { Environment } from "../../src/application/environment.js";
import { systemEnvironment } from "../../src/infrastructure/environment.js";

const BEGINNING = Date.UTC(2026, 2, 2, 1, 0, 0);

/** A world that is the same whenever the examples are recorded: each look at the clock a second later, ids that count up. */
export function fixedEnvironment(): Environment {
  let [looks, ids] = [0, 0];
  return {
    now: () => new Date(BEGINNING + looks++ * 1_000),
    newId: () => `019cac1e-6a80-7000-8000-${String(++ids).padStart(12, "0")}`,
    digest: systemEnvironment.digest,
  };
}
