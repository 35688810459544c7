import { before, NEVER, type Place } from "./place.js";
import type { Span } from "./span.js";

/**
 * A part of a span that an index is read for from its first row to its last: it lies within one name, or takes whole
 * names. Before PostgreSQL 18 only the first column that rows are compared by ends the reading of an index, and what is
 * shorter than a page would be read on to the end of the group.
 */
interface Part {
  /** The list that it is a part of, from 1 on. */
  readonly list: number;
  readonly authenticated: boolean;
  readonly groupId: string;
}

export interface PartOfName extends Part {
  readonly nameKey: string;
  readonly from: Place;
  readonly to: Place;
}

export interface WholeNames extends Part {
  /** Both not included; null for the end of the group. */
  readonly fromName: string;
  readonly toName: string | null;
}

export interface Cuts {
  readonly withinNames: readonly PartOfName[];
  readonly wholeNames: readonly WholeNames[];
}

export function cutsOf(lists: readonly (readonly Span[])[]): Cuts {
  const cuts = lists.flatMap((spans, index) => spans.map((span) => cut(span, index + 1)));
  return {
    withinNames: cuts.flatMap(({ withinNames }) => withinNames),
    wholeNames: cuts.flatMap(({ wholeNames }) => wholeNames),
  };
}

function cut({ from, to, authenticated }: Span, list: number): Cuts {
  const [groupId, fromName, fromRevision] = from;
  const toName = to[0] === groupId ? to[1] : null;
  const part = { list, authenticated, groupId };
  if (fromName === toName) return { withinNames: [{ ...part, nameKey: fromName, from, to }], wholeNames: [] };

  const rest = { ...part, nameKey: fromName, from, to: before(groupId, fromName, NEVER) };
  const start = toName === null ? null : { ...part, nameKey: toName, from: before(groupId, toName), to };
  const hasRest = fromName !== "" && fromRevision < NEVER;
  return {
    withinNames: [...(hasRest ? [rest] : []), ...(start !== null && to[2] > 0 ? [start] : [])],
    wholeNames: [{ ...part, fromName, toName }],
  };
}
