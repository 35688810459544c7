import type { Random } from "../harness/random.js";
import { CERTIFICATES } from "../model/certificates.js";
import { GroupNames } from "./group-names.js";
import { type Label, MASTER, type Step } from "./plan.js";

export type StepKind =
  | "registerMember"
  | "registerMembers"
  | "rename"
  | "renameMaster"
  | "preview"
  | "commitMember"
  | "commitMaster"
  | "read";

/** Draws the steps of one plan, and remembers which accounts it has by then. */
export class Draft {
  private readonly names: GroupNames;
  private readonly accounts: Label[] = [MASTER];

  constructor(private readonly random: Random) {
    this.names = GroupNames.of(random);
  }

  master(): Step {
    return { kind: "registerMaster", name: this.names.any(), replica: this.replica() };
  }

  /** What an account can be authenticated as. */
  identity(): { name: string; certificate: string } {
    return { name: this.names.any(), certificate: this.random.pick(CERTIFICATES) };
  }

  preview(identity: { name: string; certificate: string | null; shown?: string } = this.identity()): Step {
    return { kind: "preview", account: MASTER, ...identity, replica: this.replica() };
  }

  commit(account: Label, identity: { name: string; certificate: string; shown?: string } = this.identity()): Step {
    return { kind: "commit", account, ...identity, replica: this.replica() };
  }

  /** Steps at once: none of them is about an account that another of them registers. */
  several(kinds: readonly StepKind[], count: number): Step[] {
    const known = [...this.accounts];
    return Array.from({ length: count }, () => this.step(this.random.pick(kinds), known));
  }

  /** @param known the accounts that it may be about; all there are by then, where nothing else is said */
  step(kind: StepKind, known: readonly Label[] = [...this.accounts]): Step {
    const replica = this.replica();
    switch (kind) {
      case "registerMember":
        return { kind, as: this.newMember(), name: this.names.any(), replica };
      case "registerMembers": {
        const names = Array.from({ length: this.random.between(2, 4) }, () => this.names.any());
        return { kind, as: names.map(() => this.newMember()), names, replica };
      }
      case "renameMaster":
        return { kind: "rename", account: MASTER, name: this.names.any(), replica };
      case "rename":
        return { kind, account: this.random.pick(known), name: this.names.any(), replica };
      case "preview":
        return this.preview();
      case "commitMember":
        return this.commit(this.random.pick(known.slice(1).length > 0 ? known.slice(1) : known));
      case "commitMaster":
        return this.commit(MASTER);
      case "read":
        return { kind, account: this.random.pick(known), replica };
    }
  }

  private newMember(): Label {
    const label = `member ${this.accounts.length}`;
    this.accounts.push(label);
    return label;
  }

  private replica(): number {
    return this.random.between(0, 1);
  }
}
