import type { Random } from "../harness/random.js";
import { CERTIFICATES } from "../model/certificates.js";
import { GroupNames } from "./group-names.js";
import { type GroupPlan, type Label, MASTER, type Step } from "./plan.js";

/** The life of a group: it is registered and filled, its accounts change, its master is authenticated, and more is asked of it. */
export function mixedPlan(group: string, random: Random): GroupPlan {
  const draft = new Draft(random);
  const stages: Step[][] = [[draft.master()], draft.severalOf(["registerMember", "registerMember", "registerMembers"])];
  for (let count = random.between(1, 3); count > 0; count -= 1) stages.push(draft.severalOf(BEFORE));
  const { name, certificate } = draft.identity();
  stages.push([draft.preview({ name, certificate: random.isTrue(0.7) ? certificate : null, shown: "shown" })]);
  const commit = draft.commit(MASTER, { name, certificate, ...(random.isTrue(0.5) && { shown: "shown" }) });
  stages.push([commit, ...draft.severalOf(BEFORE)]);
  for (let count = random.between(1, 2); count > 0; count -= 1) stages.push(draft.severalOf(AFTER));
  return { group, stages };
}

const BEFORE = ["rename", "rename", "registerMember", "preview", "commitMember", "read"] as const;
const AFTER = ["registerMember", "rename", "commitMember", "commitMaster", "read", "read"] as const;
type Kind = (typeof BEFORE | typeof AFTER)[number] | "registerMembers";

/** Draws the steps of one plan, and remembers which accounts it has by then. */
class Draft {
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

  /** One to three steps at once. None of them is about an account that another of them registers. */
  severalOf(kinds: readonly Kind[]): Step[] {
    const known = [...this.accounts];
    return Array.from({ length: this.random.between(1, 3) }, () => this.step(this.random.pick(kinds), known));
  }

  private step(kind: Kind, known: readonly Label[]): Step {
    const replica = this.replica();
    switch (kind) {
      case "registerMember":
        return { kind, as: this.newMember(), name: this.names.any(), replica };
      case "registerMembers": {
        const names = Array.from({ length: this.random.between(2, 4) }, () => this.names.any());
        return { kind, as: names.map(() => this.newMember()), names, replica };
      }
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
