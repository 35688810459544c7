import type { SeenDecision } from "../load/answer.js";
import { areSame } from "./names.js";

type Decision = SeenDecision["decision"];

/** What the rule looks at, of one member and of its master's first authentication. */
export interface Case {
  readonly nameBefore: string;
  readonly nameAfter: string;
  readonly memberName: string;
  readonly isAuthenticated: boolean;
  /** Whether the member was authenticated with the certificate that the master is. */
  readonly hasSameCertificate: boolean;
}

/** The ten rows of the rule, written out: S for the same, and whether the member's name is the one before, and the one after. */
const ROWS: readonly (readonly [
  before: boolean,
  isAuthenticated: boolean,
  after: "member" | "before" | "third",
  tableCase: number | null,
])[] = [
  [true, false, "member", 1],
  [true, false, "third", 2],
  [true, true, "member", null],
  [true, true, "third", 3],
  [false, false, "member", 4],
  [false, false, "before", 5],
  [false, false, "third", null],
  [false, true, "member", null],
  [false, true, "before", 6],
  [false, true, "third", null],
];

/** What happens to one member when its master is authenticated for the first time. */
export function decide(given: Case): Decision {
  const before = areSame(given.nameBefore, given.memberName);
  const after = afterOf(given);
  const row = ROWS.find((one) => one[0] === before && one[1] === given.isAuthenticated && one[2] === after);
  if (row === undefined) throw new Error("The rule has no such row.");
  const synchronized = before || after === "member";
  return {
    synchronized,
    reason: before ? "SAME_NAME_BEFORE" : synchronized ? "SAME_NAME_AFTER" : "DIFFERENT_NAME",
    effect: synchronized ? effectOn(given, after) : "NONE",
    tableCase: row[3],
  };
}

function afterOf({ nameBefore, nameAfter, memberName }: Case): "member" | "before" | "third" {
  if (areSame(nameAfter, memberName)) return "member";
  return areSame(nameAfter, nameBefore) ? "before" : "third";
}

function effectOn({ isAuthenticated, hasSameCertificate }: Case, after: string): Decision["effect"] {
  if (!isAuthenticated) return "GRANT";
  return after === "member" && hasSameCertificate ? "CONFIRM" : "REPLACE";
}
