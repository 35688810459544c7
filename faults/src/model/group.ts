import type { SeenDecision } from "../load/answer.js";
import { type Account, seen } from "./account.js";
import { decide } from "./rule.js";

/** What a commit of the master carried to its members. */
export interface Carried {
  readonly snapshotId: string;
  readonly revision: number;
  /** What every answer tells of it. */
  readonly told: { readonly nameBefore: string; readonly nameAfter: string; readonly synchronizedCount: number };
}

export interface Authentication {
  readonly accountId: string;
  readonly name: string;
  readonly certificate: string | null;
}

/**
 * A group as it would be if everything were done the naive way, one thing after the other, and what a master shares were
 * copied into each of its members. Immutable: whatever changes it answers with another one.
 */
export class Group {
  private constructor(
    readonly id: string,
    /** 1 when the group is there, and one more with every change. */
    readonly revision: number,
    private readonly byId: ReadonlyMap<string, Account>,
    readonly carried: Carried | null,
  ) {}

  static begin(id: string, name: string): Group {
    const master = { id, name, revision: 1, certificate: null, history: [] };
    return new Group(id, 1, new Map([[id, master]]), null);
  }

  get accounts(): Iterable<Account> {
    return this.byId.values();
  }

  get memberCount(): number {
    return this.byId.size - 1;
  }

  /** @throws where the group has no such account */
  account(id: string): Account {
    const account = this.byId.get(id);
    if (account === undefined) throw new Error(`The group has no account ${id}.`);
    return account;
  }

  has(id: string): boolean {
    return this.byId.has(id);
  }

  join(members: readonly { readonly id: string; readonly name: string }[]): Group {
    const revision = this.revision + 1;
    return this.with(members.map(({ id, name }) => ({ id, name, revision, certificate: null, history: [] })));
  }

  rename(id: string, name: string): Group {
    return this.with([{ ...this.account(id), name, revision: this.revision + 1 }]);
  }

  /** Authenticates an account for the first time, and copies that to every member that it reaches. */
  authenticate({ accountId, name, certificate }: Authentication, snapshotId: string): Group {
    const revision = this.revision + 1;
    const account = this.account(accountId);
    const own = { snapshotId, origin: "OWN", revision } as const;
    const changed = { ...account, name, certificate, revision, history: [...account.history, own] };
    if (accountId !== this.id || this.memberCount === 0) return this.with([changed]);

    const reached = this.decisionsOn({ accountId, name, certificate })
      .filter(({ decision }) => decision.synchronized)
      .map(({ member }) => this.account(member.id));
    const entry = { snapshotId, origin: "SYNCHRONIZED", revision } as const;
    const copies = reached.map((member) => ({ ...member, name, certificate, history: [...member.history, entry] }));
    const told = { nameBefore: account.name, nameAfter: name, synchronizedCount: copies.length };
    return this.with([changed, ...copies], { snapshotId, revision, told });
  }

  /** What an authentication would do to each member, the oldest id first; none for a member's own. */
  decisionsOn({ accountId, name, certificate }: Authentication): SeenDecision[] {
    if (accountId !== this.id) return [];
    const nameBefore = this.account(this.id).name;
    const members = [...this.byId.values()].filter(({ id }) => id !== this.id);
    return members
      .toSorted((one, other) => (one.id < other.id ? -1 : 1))
      .map((member) => ({
        member: { id: member.id },
        nameBefore: member.name,
        statusBefore: seen(member).authenticationStatus,
        decision: decide({
          nameBefore,
          nameAfter: name,
          memberName: member.name,
          isAuthenticated: member.history.length > 0,
          hasSameCertificate: certificate !== null && member.certificate === certificate,
        }),
      }));
  }

  /** The same text for groups between which nothing tells. */
  get fingerprint(): string {
    const accounts = [...this.byId.values()].map(({ id, name, revision, history }) => [
      id,
      name,
      revision,
      ...history.map(({ snapshotId }) => snapshotId),
    ]);
    return JSON.stringify([
      this.revision,
      accounts.toSorted(([one], [other]) => (String(one) < String(other) ? -1 : 1)),
    ]);
  }

  private with(changed: readonly Account[], carried = this.carried): Group {
    const byId = new Map(this.byId);
    for (const account of changed) byId.set(account.id, account);
    return new Group(this.id, this.revision + 1, byId, carried);
  }
}
