import { findBreakingChanges, findDangerousChanges, type GraphQLSchema } from "graphql";
import { NOTICE_FORM, removalDate } from "./removal-date.js";
import { partsOf, type SchemaPart } from "./schema-parts.js";
import { withoutParts } from "./without-parts.js";

/** What a schema would mean for clients of the released one: a line for each finding. */
export interface Comparison {
  /** What must not be released. */
  readonly faults: readonly string[];
  /** What clients have been told to expect, such as another value of an enum. */
  readonly notices: readonly string[];
}

/**
 * Compares a schema with the one that clients know. A part of it may go only where clients were told how long it stays,
 * and that day has passed. @param today the day in UTC, as 2027-06-30
 */
export function compareWithReleased(released: GraphQLSchema, current: GraphQLSchema, today: string): Comparison {
  const parts = partsOf(current);
  const announced = announcedIn(released);
  const removed = announced.filter(({ coordinate }) => !parts.has(coordinate));
  const remaining = withoutParts(released, new Set(removed.map(({ coordinate }) => coordinate)));
  const faults = [
    ...findBreakingChanges(remaining, current).map(({ description }) => description),
    ...removed.filter(({ until }) => today <= until).map(tooEarly),
    ...announced.flatMap((part) => broughtForward(part, parts.get(part.coordinate))),
    ...[...parts.values()].flatMap(undated),
  ];
  return { faults, notices: findDangerousChanges(remaining, current).map(({ description }) => description) };
}

/** Something that clients know will go. */
interface Announced {
  readonly coordinate: string;
  /** The last day on which it must be there. */
  readonly until: string;
}

function announcedIn(schema: GraphQLSchema): Announced[] {
  return [...partsOf(schema).values()].flatMap(({ coordinate, deprecationReason }) => {
    const until = removalDate(deprecationReason ?? "");
    return until === null ? [] : [{ coordinate, until }];
  });
}

function tooEarly({ coordinate, until }: Announced): string {
  return `${coordinate} was removed, but was promised until ${until}.`;
}

function broughtForward({ coordinate, until }: Announced, now: SchemaPart | undefined): string[] {
  const date = removalDate(now?.deprecationReason ?? "");
  if (date === null || date >= until) return [];
  return [`${coordinate} is to be removed after ${date}, but was promised until ${until}.`];
}

function undated({ coordinate, deprecationReason }: SchemaPart): string[] {
  if (deprecationReason === null || removalDate(deprecationReason) !== null) return [];
  return [`${coordinate} is deprecated without saying until when it stays: write ${NOTICE_FORM}.`];
}
