import type { World } from "./world.js";

/** A fault that is driven for real, and what the service has to show under it. */
export interface Scenario {
  /** As it is named on the command line. */
  readonly name: string;
  /** The fault, in a few words. */
  readonly title: string;
  /** What has to be reached, in a few words. */
  readonly toReach: string;
  /** How often the fault is driven; null where it is not driven in CI. */
  readonly counts: { readonly ci: number | null; readonly full: number };
  run(world: World): Promise<Figures>;
}

/** What was seen while a fault was driven. */
export interface Figures {
  /** How many faults were driven. */
  readonly injected: number;
  readonly requests: number;
  /** How many answers there were of each kind: `200`, `503 SERVICE_UNAVAILABLE`, `no answer`, … */
  readonly answers: Readonly<Record<string, number>>;
  /** What the checker found; absent where there is nothing to check. */
  readonly findings?: Findings;
  /** From each fault to the first success after it, in milliseconds. */
  readonly recoveriesMs?: readonly number[];
  /** Whatever else was measured, by its name. */
  readonly measured?: Readonly<Record<string, number | string>>;
  /** What was not as it has to be, a sentence each. The scenario has passed where there is none. */
  readonly problems: readonly string[];
  /** For whoever looks for the reason of a problem: shown, and not kept. */
  readonly evidence?: readonly string[];
}

/** What became of what was answered. */
export interface Findings {
  /** Acknowledged, and not there. */
  readonly lost: number;
  /** There more than once. */
  readonly twice: number;
  /** There in part. */
  readonly torn: number;
  /** Answers that no order of the requests explains. */
  readonly unexplained: number;
}
