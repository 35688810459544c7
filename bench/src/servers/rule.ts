import { nameKey } from "../../../src/domain/name-key.js";

/** What the rule needs of a member: its own name's key, and whether it is authenticated by itself. */
export interface DecidedMember {
  readonly nameKey: string;
  readonly authenticated: boolean;
}

/** What is decided for a member, as the schema has it. */
export interface Decision {
  readonly synchronized: boolean;
  readonly reason: string;
  readonly effect: string;
  readonly tableCase: number | null;
}

/** The rule for a master's first authentication, as anybody would write it by hand in JavaScript. */
export class Rule {
  private constructor(
    readonly before: string,
    readonly after: string,
  ) {}

  static between(keyBefore: string, nameAfter: string): Rule {
    return new Rule(keyBefore, nameKey(nameAfter));
  }

  decide(member: DecidedMember): Decision {
    const reason = this.reasonFor(member.nameKey);
    const synchronized = reason !== "DIFFERENT_NAME";
    const effect = !synchronized ? "NONE" : member.authenticated ? "REPLACE" : "GRANT";
    return { synchronized, reason, effect, tableCase: this.tableCaseOf(reason, member) };
  }

  private reasonFor(key: string): string {
    if (key === this.before) return "SAME_NAME_BEFORE";
    return key === this.after ? "SAME_NAME_AFTER" : "DIFFERENT_NAME";
  }

  private tableCaseOf(reason: string, { authenticated }: DecidedMember): number | null {
    const unchanged = this.before === this.after;
    if (reason === "SAME_NAME_AFTER") return authenticated ? null : 4;
    if (reason === "DIFFERENT_NAME") return unchanged ? (authenticated ? 6 : 5) : null;
    if (unchanged) return authenticated ? null : 1;
    return authenticated ? 3 : 2;
  }
}

/** How many members share a reason and a status. */
export interface SyncCount {
  readonly reason: string;
  readonly statusBefore: string;
  readonly count: number;
}

const REASONS = ["SAME_NAME_BEFORE", "SAME_NAME_AFTER", "DIFFERENT_NAME"];

/** Counts in the order of the schema: by reason, then those that are not authenticated first. */
export function inOrder(counts: readonly SyncCount[]): SyncCount[] {
  const place = ({ reason, statusBefore }: SyncCount) =>
    REASONS.indexOf(reason) * 2 + (statusBefore === "AUTHENTICATED" ? 1 : 0);
  return counts.toSorted((one, other) => place(one) - place(other));
}

/** How an account's status is called. */
export function statusOf(authenticated: boolean): "AUTHENTICATED" | "NOT_AUTHENTICATED" {
  return authenticated ? "AUTHENTICATED" : "NOT_AUTHENTICATED";
}
