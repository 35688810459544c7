import type { Environment } from "../../src/application/environment.js";
import { systemEnvironment } from "../../src/infrastructure/environment.js";
import { newId } from "./samples.js";

/** A world that is the same in every run: its clock moves on by a second whenever it is read, and its ids count up. */
export function countingEnvironment(): Environment {
  let seconds = 0;
  return {
    now: () => {
      seconds += 1;
      return new Date(Date.UTC(2026, 0, 1) + seconds * 1_000);
    },
    newId,
    digest: systemEnvironment.digest,
  };
}
