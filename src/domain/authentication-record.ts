import type { AuthenticationSnapshot } from "./authentication-snapshot.js";
import type { AuthenticationOrigin } from "./enterprise-account.js";
import type { SyncReason } from "./sync-decision.js";
import type { Synchronization } from "./synchronization.js";

/** One entry of an account's history: an authentication that came in force for it, its own or its master's. */
export class AuthenticationRecord {
  private constructor(
    /** The group's revision that made it: a later entry has a higher one. */
    readonly revision: number,
    readonly snapshot: AuthenticationSnapshot,
    readonly origin: AuthenticationOrigin,
    /** Why it was synchronized; null for an authentication of its own. */
    readonly reason: SyncReason | null,
    readonly recordedAt: Date,
  ) {}

  static own(snapshot: AuthenticationSnapshot, revision: number): AuthenticationRecord {
    return new AuthenticationRecord(revision, snapshot, "OWN", null, snapshot.authenticatedAt);
  }

  /** @param nameKey the key of the name that the member bore when it was synchronized */
  static synchronized(synchronization: Synchronization, nameKey: string): AuthenticationRecord {
    const { revision, snapshot, policy, committedAt } = synchronization;
    return new AuthenticationRecord(revision, snapshot, "SYNCHRONIZED", policy.reasonFor(nameKey), committedAt);
  }
}
