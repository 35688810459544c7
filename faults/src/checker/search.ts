import type { ModelStep, ServiceModel } from "../model/service.js";
import type { Target } from "./target.js";

/** Something that took effect, or may have, at one moment between two others. */
export interface Event {
  readonly name: string;
  readonly begin: number;
  /** Infinity where it may have taken effect at any time later. */
  readonly end: number;
  /** Whether it may not have taken effect at all. */
  readonly isOptional: boolean;
  /** What it makes of the state. Null where it cannot have taken effect then, or not with the answer that was given. */
  apply(service: ServiceModel): ModelStep["service"] | null;
}

export type Explanation = "explained" | "unexplained" | "gave up";

/** Beyond it, a group is too tangled to be searched; plans are so that it is not reached. */
const MOST_STATES = 200_000;

/**
 * Looks for an order of the events that agrees with time (what ended before another began comes first) and explains every
 * answer and what there is in the end: the search of Wing and Gong, which remembers the states that led nowhere.
 */
export function explain(events: readonly Event[], start: ServiceModel, target: Target): Explanation {
  const search = new Search(events, target);
  if (search.from(start, 0n)) return "explained";
  return search.hasGivenUp ? "gave up" : "unexplained";
}

class Search {
  private readonly deadEnds = new Set<string>();
  private readonly events: readonly Event[];
  private states = 0;

  constructor(
    events: readonly Event[],
    private readonly target: Target,
  ) {
    this.events = events.toSorted((one, other) => one.end - other.end || one.begin - other.begin);
  }

  get hasGivenUp(): boolean {
    return this.states > MOST_STATES;
  }

  from(service: ServiceModel, done: bigint): boolean {
    this.states += 1;
    if (this.hasGivenUp) return false;
    const left = this.events.map((event, place) => ({ event, place })).filter(({ place }) => !isIn(done, place));
    if (left.every(({ event }) => event.isOptional) && this.target.isReachedBy(service.group)) return true;
    const firstEnd = Math.min(...left.map(({ event }) => event.end));
    const next = left.filter(({ event }) => event.begin <= firstEnd);
    const state = next.length > 1 ? `${done} ${service.fingerprint}` : null;
    if (state !== null && this.deadEnds.has(state)) return false;
    for (const { event, place } of next) {
      const after = event.apply(service);
      if (after === null || !this.target.isAhead(after.group)) continue;
      if (this.from(after, done | (1n << BigInt(place)))) return true;
    }
    if (state !== null) this.deadEnds.add(state);
    return false;
  }
}

function isIn(done: bigint, place: number): boolean {
  return ((done >> BigInt(place)) & 1n) === 1n;
}
