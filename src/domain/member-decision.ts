import type { EnterpriseAccount } from "./enterprise-account.js";
import type { SyncDecision } from "./sync-decision.js";

/** One member of a preview or of a synchronization: as it was when it was decided on, what was decided, and as it is. */
export interface MemberDecision {
  readonly before: EnterpriseAccount;
  readonly decision: SyncDecision;
  readonly member: EnterpriseAccount;
}
