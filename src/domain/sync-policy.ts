import type { Certificate } from "./certificate.js";
import type { EnterpriseName } from "./enterprise-name.js";
import { explain } from "./explain.js";
import { type FirstAuthenticationRow, rowOf } from "./first-authentication-table.js";
import type { SyncDecision, SyncEffect, SyncReason } from "./sync-decision.js";

/** The day of the help page that the rule was published on. */
export const SYNC_POLICY_VERSION = "2025-02-25";

/** Which members are meant, by their names: those that bear one of `nameKeys`, or those that bear none of them. */
export interface NameSelection {
  readonly nameKeys: readonly string[];
  readonly bearing: boolean;
}

/** What the rule looks at in a member, and what its effect depends on. */
export interface DecidedMember {
  readonly enterpriseName: EnterpriseName;
  readonly isAuthenticated: boolean;
  /** Null while not authenticated, or where it is not known. */
  readonly authentication: { readonly certificate: Certificate } | null;
}

/**
 * Which members receive the master's first real-name authentication: those that bear the name the master had before it,
 * or the name it was authenticated under (Table 1). A member's own status plays no part in the answer.
 */
export class SyncPolicy {
  /** The rule, first match first: who bears this name is synchronized for this reason. */
  private readonly rules: readonly { readonly name: EnterpriseName; readonly reason: SyncReason }[];

  private constructor(
    private readonly before: EnterpriseName,
    private readonly after: EnterpriseName,
    private readonly certificate: Certificate | null,
  ) {
    this.rules = [
      { name: before, reason: "SAME_NAME_BEFORE" },
      { name: after, reason: "SAME_NAME_AFTER" },
    ];
  }

  /** @param certificate what the master is authenticated with; without it, effects assume another than any member's. */
  static forFirstAuthentication(
    before: EnterpriseName,
    after: EnterpriseName,
    certificate: Certificate | null = null,
  ): SyncPolicy {
    return new SyncPolicy(before, after, certificate);
  }

  /** The keys of every name that synchronizes: the same rule, for SQL. */
  get nameKeys(): readonly string[] {
    return [...new Set(this.rules.map(({ name }) => name.key))];
  }

  reasonFor(nameKey: string): SyncReason {
    return this.rules.find(({ name }) => name.key === nameKey)?.reason ?? "DIFFERENT_NAME";
  }

  decide(member: DecidedMember): SyncDecision {
    const { before, after } = this;
    const reason = this.reasonFor(member.enterpriseName.key);
    const { tableCase } = this.rowFor(member);
    return {
      synchronized: synchronizes(reason),
      reason,
      effect: this.effectOn(member, reason),
      tableCase,
      provenance: tableCase === null ? "IMPLIED" : "DOCUMENTED",
      // Of a page of decisions mostly none is asked to explain itself.
      get explanation() {
        return explain(reason, { before, after, member: member.enterpriseName });
      },
    };
  }

  /** The members that are decided so: null for all of them, whatever their names. */
  select(filter: { synchronized?: boolean | null; reason?: SyncReason | null }): NameSelection | null {
    const meant = (reason: SyncReason) =>
      (filter.reason ?? reason) === reason && (filter.synchronized ?? synchronizes(reason)) === synchronizes(reason);
    const nameKeys = this.nameKeys.filter((key) => meant(this.reasonFor(key)));
    if (!meant("DIFFERENT_NAME")) return { nameKeys, bearing: true };
    return nameKeys.length === 0 ? { nameKeys: this.nameKeys, bearing: false } : null;
  }

  private rowFor(member: DecidedMember): FirstAuthenticationRow {
    return rowOf({
      memberBearsNameBefore: member.enterpriseName.equals(this.before),
      memberBearsNameAfter: member.enterpriseName.equals(this.after),
      nameUnchanged: this.before.equals(this.after),
      memberAuthenticated: member.isAuthenticated,
    });
  }

  private effectOn(member: DecidedMember, reason: SyncReason): SyncEffect {
    if (!synchronizes(reason)) return "NONE";
    if (!member.isAuthenticated) return "GRANT";
    return this.keepsIdentityOf(member) ? "CONFIRM" : "REPLACE";
  }

  private keepsIdentityOf({ enterpriseName, authentication }: DecidedMember): boolean {
    const sameCertificate = this.certificate !== null && authentication?.certificate.equals(this.certificate) === true;
    return sameCertificate && enterpriseName.equals(this.after);
  }
}

function synchronizes(reason: SyncReason): boolean {
  return reason !== "DIFFERENT_NAME";
}
