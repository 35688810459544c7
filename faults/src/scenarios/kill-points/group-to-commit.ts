import type { Random } from "../../harness/random.js";
import { Draft } from "../../load/draft.js";
import { GroupNames } from "../../load/group-names.js";
import { MASTER, type Step } from "../../load/plan.js";

/** The replica that is killed, and the other, as a step says which to ask first. */
export const KILLED = 0;
export const OTHER = 1;

const MOST_AT_ONCE = 1_000;

/** The stages of a group up to its master's commit, by the replica that is not killed. */
export function fillingOf(members: number, random: Random): Step[][] {
  const names = GroupNames.of(random);
  const stages: Step[][] = [[{ kind: "registerMaster", name: names.any(), replica: OTHER }]];
  for (let from = 0; from < members; from += MOST_AT_ONCE) {
    const places = Array.from({ length: Math.min(MOST_AT_ONCE, members - from) }, (_, place) => from + place);
    const as = places.map((place) => `member ${place + 1}`);
    stages.push([{ kind: "registerMembers", as, names: as.map(() => names.any()), replica: OTHER }]);
  }
  return stages;
}

/** The commit that the replica is killed at. */
export function commitOf(random: Random): Step {
  return { ...new Draft(random).commit(MASTER), replica: KILLED };
}
