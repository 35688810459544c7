export type SyncReason = "SAME_NAME_BEFORE" | "SAME_NAME_AFTER" | "DIFFERENT_NAME";

/** What a commit does to a member: gives it an authentication, gives it another, keeps the same one, or nothing. */
export type SyncEffect = "GRANT" | "REPLACE" | "CONFIRM" | "NONE";

export type RuleProvenance = "DOCUMENTED" | "IMPLIED";

/** Whether one member receives its master's authentication, and why. */
export interface SyncDecision {
  readonly synchronized: boolean;
  readonly reason: SyncReason;
  readonly effect: SyncEffect;
  /** The case of the published Table 1, 1 to 6; null where the rule's text decides. */
  readonly tableCase: number | null;
  readonly provenance: RuleProvenance;
  /** One sentence with the names in it, for a person. */
  readonly explanation: string;
}
