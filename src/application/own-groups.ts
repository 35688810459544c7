interface OfGroup {
  readonly groupId: string;
}

/** A group that is never there: what is asked about another's group is asked about this one, in as many statements. */
const NOBODYS = "00000000-0000-0000-0000-000000000000";

/** The groups that there are for a caller. */
export class OwnGroups {
  private readonly groupIds: Set<string>;

  constructor(groupIds: readonly string[]) {
    this.groupIds = new Set(groupIds);
  }

  get ids(): readonly string[] {
    return [...this.groupIds];
  }

  add(groupId: string): void {
    this.groupIds.add(groupId);
  }

  own(groupId: string): string {
    return this.groupIds.has(groupId) ? groupId : NOBODYS;
  }

  /** What is at hand was found in these stores, and so is of a group of its caller's. */
  assert(...things: readonly OfGroup[]): void {
    if (this.among(things).length < things.length) throw new Error("Something of another caller's group is at hand.");
  }

  among<T extends OfGroup>(things: readonly T[]): T[] {
    return things.filter(({ groupId }) => this.groupIds.has(groupId));
  }
}
