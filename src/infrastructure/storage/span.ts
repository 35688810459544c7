import type { MemberFilter } from "../../application/stores.js";
import type { NameSelection } from "../../domain/sync-policy.js";
import type { Synchronization } from "../../domain/synchronization.js";
import { between, ofName, type Range, Reach } from "./reach.js";

/** Accounts in a range, those that were authenticated by themselves or those that were not: each has an index of its own. */
export interface Span extends Range {
  readonly authenticated: boolean;
}

const authenticated = (ranges: readonly Range[]): Span[] => ranges.map((range) => ({ ...range, authenticated: true }));
const open = (ranges: readonly Range[]): Span[] => ranges.map((range) => ({ ...range, authenticated: false }));
const whole = (ranges: readonly Range[]): Span[] => [...authenticated(ranges), ...open(ranges)];

/** The accounts of a group that bear one of some names of their own, or none of them. */
export function byOwnName(groupId: string, { nameKeys, bearing }: NameSelection): Span[] {
  const names = new Reach(groupId, nameKeys);
  return whole(bearing ? names.reached : names.untouched);
}

/** The accounts that a synchronization reached. */
export function reachedBy({ groupId, nameKeys, revision }: Synchronization): Span[] {
  return whole(new Reach(groupId, nameKeys, revision).reached);
}

/** The accounts of a group whose name and status are as asked: their own, or those that they share. */
export function asTheyAre(reach: Reach, { enterpriseName, authenticationStatus }: MemberFilter): Span[] {
  const name = enterpriseName ? ofName(reach.groupId, enterpriseName.key) : null;
  const own = name ? between(reach.untouched, name.from, name.to) : reach.untouched;
  const shared = enterpriseName && enterpriseName.key !== reach.carriedKey ? [] : reach.reached;
  switch (authenticationStatus) {
    case "NOT_AUTHENTICATED":
      return open(own);
    case "AUTHENTICATED":
      return [...authenticated(own), ...whole(shared)];
    default:
      return [...whole(own), ...whole(shared)];
  }
}
