import type { Answer } from "../load/answer.js";
import type { Group } from "./group.js";

/** What an operation makes of a group, and what it is answered. A refusal leaves the group as it is. */
export interface Effect {
  readonly group: Group;
  /** The same as the service's, but for ids of synchronizations and the tokens of previews, which it does not have. */
  readonly answer: Answer;
}

/** What a change brought about, as the service named it: new accounts, or a snapshot. */
export type ResultIds = readonly string[];
