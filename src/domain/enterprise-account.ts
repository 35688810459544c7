import type { AuthenticationSnapshot } from "./authentication-snapshot.js";
import type { EnterpriseName } from "./enterprise-name.js";

export type AccountRole = "MASTER" | "MEMBER";
export type AuthenticationStatus = "NOT_AUTHENTICATED" | "AUTHENTICATED";
export type AuthenticationOrigin = "OWN" | "SYNCHRONIZED";

/** An account of an enterprise: a master, or a member of exactly one master. */
export class EnterpriseAccount {
  private constructor(
    readonly id: string,
    /** The master's id: a group is a master with its members. */
    readonly groupId: string,
    /** The caller's own identifier of it, unique within its group; null where there is none. */
    readonly reference: string | null,
    readonly enterpriseName: EnterpriseName,
    /** What is in force; null while not authenticated. A synchronized member shares its master's snapshot. */
    readonly authentication: AuthenticationSnapshot | null,
    /** The change of its group, by number, that gave it its own identity: registered, renamed or authenticated it. */
    readonly revision: number,
    readonly createdAt: Date,
  ) {}

  static registerMaster(given: {
    id: string;
    reference?: string | null;
    enterpriseName: EnterpriseName;
    createdAt: Date;
  }): EnterpriseAccount {
    const { id, reference = null, enterpriseName, createdAt } = given;
    return new EnterpriseAccount(id, id, reference, enterpriseName, null, 1, createdAt);
  }

  static registerMember(given: {
    id: string;
    groupId: string;
    reference?: string | null;
    enterpriseName: EnterpriseName;
    revision: number;
    createdAt: Date;
  }): EnterpriseAccount {
    const { id, groupId, reference = null, enterpriseName, revision, createdAt } = given;
    return new EnterpriseAccount(id, groupId, reference, enterpriseName, null, revision, createdAt);
  }

  get role(): AccountRole {
    return this.id === this.groupId ? "MASTER" : "MEMBER";
  }

  get masterId(): string | null {
    return this.role === "MEMBER" ? this.groupId : null;
  }

  get isAuthenticated(): boolean {
    return this.authentication !== null;
  }

  get authenticationStatus(): AuthenticationStatus {
    return this.isAuthenticated ? "AUTHENTICATED" : "NOT_AUTHENTICATED";
  }

  /** Whether the account was authenticated itself or shares its master's authentication; null while not authenticated. */
  get authenticationOrigin(): AuthenticationOrigin | null {
    if (this.authentication === null) return null;
    return this.authentication.accountId === this.id ? "OWN" : "SYNCHRONIZED";
  }

  /** Only an account that is not authenticated changes its name by itself. */
  rename(enterpriseName: EnterpriseName, revision: number): EnterpriseAccount {
    if (this.isAuthenticated) throw new Error("An authenticated account changes its name through authentication only.");
    return this.with(enterpriseName, null, revision);
  }

  /** Puts `snapshot` in force: the account is authenticated, and bears the name it was authenticated under. */
  authenticate(snapshot: AuthenticationSnapshot, revision: number): EnterpriseAccount {
    return this.with(snapshot.enterpriseName, snapshot, revision);
  }

  /** This member as its master's authentication leaves it. Its own identity, and so its revision, stays. */
  synchronize(snapshot: AuthenticationSnapshot): EnterpriseAccount {
    return this.authenticate(snapshot, this.revision);
  }

  private with(name: EnterpriseName, authentication: AuthenticationSnapshot | null, revision: number) {
    return new EnterpriseAccount(this.id, this.groupId, this.reference, name, authentication, revision, this.createdAt);
  }
}
