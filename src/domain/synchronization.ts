import type { AuthenticationSnapshot } from "./authentication-snapshot.js";
import type { EnterpriseName } from "./enterprise-name.js";
import { SyncPolicy } from "./sync-policy.js";

/** What one commit of a master's authentication carried to its members: those that bore one of its names at its revision. */
export class Synchronization {
  private constructor(
    readonly id: string,
    readonly groupId: string,
    /** The group's revision that the commit made: it reaches the members whose identity last changed before. */
    readonly revision: number,
    readonly nameBefore: EnterpriseName,
    /** The master's authentication: the name after, and what the members share. */
    readonly snapshot: AuthenticationSnapshot,
    readonly committedAt: Date,
  ) {}

  static of(given: {
    id: string;
    revision: number;
    nameBefore: EnterpriseName;
    snapshot: AuthenticationSnapshot;
  }): Synchronization {
    const { id, revision, nameBefore, snapshot } = given;
    return new Synchronization(id, snapshot.groupId, revision, nameBefore, snapshot, snapshot.authenticatedAt);
  }

  get nameAfter(): EnterpriseName {
    return this.snapshot.enterpriseName;
  }

  /** The policy that decided it. */
  get policy(): SyncPolicy {
    return SyncPolicy.forFirstAuthentication(this.nameBefore, this.nameAfter, this.snapshot.certificate);
  }

  /** The keys of the names that it reaches, whoever bore them. */
  get nameKeys(): readonly string[] {
    return this.policy.nameKeys;
  }
}
