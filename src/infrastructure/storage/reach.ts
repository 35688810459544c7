import { before, behind, comparePlaces, NEVER, type Place } from "./place.js";

/** The places strictly between two. */
export interface Range {
  readonly from: Place;
  readonly to: Place;
}

/**
 * What a synchronization reaches of its group: the accounts that bear one of its names, by identities that are older than
 * its revision. (A group has one synchronization: its master's first.) Before it, a preview's reaches every revision.
 */
export class Reach {
  constructor(
    readonly groupId: string,
    private readonly nameKeys: readonly string[],
    private readonly revision = NEVER,
    /** The key of the name that they bear since. */
    readonly carriedKey: string | null = null,
  ) {}

  /** Of a group that nothing was carried to. */
  static nothing(groupId: string): Reach {
    return new Reach(groupId, []);
  }

  get reached(): Range[] {
    return this.sortedKeys.map((nameKey) => ({
      from: before(this.groupId, nameKey),
      to: before(this.groupId, nameKey, this.revision),
    }));
  }

  /** All the rest of the group. */
  get untouched(): Range[] {
    const from = [before(this.groupId), ...this.reached.map(({ to }) => to)];
    const to = [...this.reached.map(({ from }) => from), behind(this.groupId)];
    return from.map((place, index) => ({ from: place, to: to[index] as Place }));
  }

  private get sortedKeys(): string[] {
    return [...new Set(this.nameKeys)].sort((one, other) => Buffer.compare(Buffer.from(one), Buffer.from(other)));
  }
}

/** Those parts of ranges that lie strictly above one place and below another. */
export function between<R extends Range>(ranges: readonly R[], above: Place | null, below: Place | null): R[] {
  const later = (one: Place, other: Place | null) => (other !== null && comparePlaces(other, one) > 0 ? other : one);
  const earlier = (one: Place, other: Place | null) => (other !== null && comparePlaces(other, one) < 0 ? other : one);
  return ranges
    .map((range) => ({ ...range, from: later(range.from, above), to: earlier(range.to, below) }))
    .filter(({ from, to }) => comparePlaces(from, to) < 0);
}

/** Where a name lies in a group. */
export function ofName(groupId: string, nameKey: string): Range {
  return { from: before(groupId, nameKey), to: before(groupId, nameKey, NEVER) };
}
