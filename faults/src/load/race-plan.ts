import type { Random } from "../harness/random.js";
import { Draft } from "./draft.js";
import { type GroupPlan, MASTER, type Step } from "./plan.js";

const BESIDE = [
  "rename",
  "renameMaster",
  "registerMember",
  "registerMembers",
  "preview",
  "commitMember",
  "commitMaster",
  "read",
] as const;

/** A small group, and then at once: the first commits of its master, two of them or one, and what their decisions hang on. */
export function racePlan(group: string, random: Random): GroupPlan {
  const draft = new Draft(random);
  const filling: Step[][] = [[draft.master()], [draft.step("registerMembers")]];
  if (random.isTrue(0.3)) filling.push([draft.step("commitMember")]);
  const first = draft.identity();
  if (random.isTrue(0.3)) filling.push([draft.preview({ ...first, shown: "shown" })]);
  const commits = [
    draft.commit(MASTER, { ...first, shown: "shown" }),
    ...(random.isTrue(0.6) ? [draft.commit(MASTER)] : []),
  ];
  const race = random.shuffled([...commits, ...draft.several(BESIDE, random.between(2, 4))]);
  return { group, stages: [...filling, race, [draft.step("read")]] };
}
