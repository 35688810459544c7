import { EnterpriseName } from "../domain/enterprise-name.js";
import { FIRST_AUTHENTICATION_TABLE, type FirstAuthenticationRow } from "../domain/first-authentication-table.js";
import { NAME_KEY_VERSION } from "../domain/name-key.js";
import type { SyncDecision } from "../domain/sync-decision.js";
import { SYNC_POLICY_VERSION, SyncPolicy } from "../domain/sync-policy.js";

/** Three names and a status: all that the rule looks at. */
export interface Combination {
  readonly nameBefore: EnterpriseName;
  readonly nameAfter: EnterpriseName;
  readonly memberName: EnterpriseName;
  readonly memberAuthenticated: boolean;
}

export type PolicyRow = FirstAuthenticationRow & Pick<SyncDecision, "provenance" | "synchronized" | "reason">;

/** The rule alone, without accounts. */
export class ConsultPolicy {
  get policy(): { version: string; nameKeyVersion: number; rows: readonly PolicyRow[] } {
    return {
      version: SYNC_POLICY_VERSION,
      nameKeyVersion: NAME_KEY_VERSION,
      rows: FIRST_AUTHENTICATION_TABLE.map((row) => ({ ...this.evaluate(combinationOf(row)), ...row })),
    };
  }

  /** Effects assume that the member's certificate is another than the master's. */
  evaluate({ nameBefore, nameAfter, memberName, memberAuthenticated }: Combination): SyncDecision {
    const member = { enterpriseName: memberName, isAuthenticated: memberAuthenticated, authentication: null };
    return SyncPolicy.forFirstAuthentication(nameBefore, nameAfter).decide(member);
  }
}

/** A row's letters are names like any other. */
function combinationOf({
  nameBefore,
  nameAfter,
  memberName,
  memberAuthenticated,
}: FirstAuthenticationRow): Combination {
  return {
    nameBefore: EnterpriseName.of(nameBefore),
    nameAfter: EnterpriseName.of(nameAfter),
    memberName: EnterpriseName.of(memberName),
    memberAuthenticated,
  };
}
