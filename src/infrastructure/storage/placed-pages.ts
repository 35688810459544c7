import type { Page, PageRequest, Position } from "../../application/page.js";
import { neighbour, type Place } from "./place.js";
import { assertPosition, type OrderType } from "./position.js";
import type { Row } from "./row-mapping.js";
import { placeOf } from "./span-rows.js";

/** The places strictly between two; null for no end. */
export interface Stretch {
  readonly above: Place | null;
  readonly below: Place | null;
}

/** Lists of accounts in the order of their places, that are read at once. */
export interface PlacedLists {
  /** The group that each is of, which its positions leave out; null for one list of all groups. */
  readonly groupIds: readonly (string | null)[];
  readonly direction: "ASC" | "DESC";
  /** The first rows of each list in its stretch, or the last ones. */
  readonly read: (stretches: readonly Stretch[], query: { limit: number; ascending: boolean }) => Promise<Row[][]>;
}

const ORDER: readonly OrderType[] = ["uuid", "text", "bigint", "uuid"];

/** A page of each list. */
export async function readPlacedPages<T>(
  lists: PlacedLists,
  request: PageRequest,
  read: (row: Row) => T,
): Promise<Page<T>[]> {
  const ascending = lists.direction === "ASC";
  const fromStart = request.from === "start";
  const [after, before] = [placesOf("after", request, lists), placesOf("before", request, lists)];
  const [above, below] = ascending ? [after, before] : [before, after];
  const rows = await lists.read(
    lists.groupIds.map((_, list) => ({ above: above[list] ?? null, below: below[list] ?? null })),
    { limit: request.limit + 1, ascending: ascending === fromStart },
  );
  const [hasBefore, hasAfter] = [await goesOn(lists, after, !ascending), await goesOn(lists, before, ascending)];
  return lists.groupIds.map((groupId, list) => {
    const found = rows[list] ?? [];
    const overflows = found.length > request.limit;
    const items = found
      .slice(0, request.limit)
      .map((row) => ({ item: read(row), position: positionOf(placeOf(row), groupId) }));
    return {
      items: fromStart ? items : items.reverse(),
      hasPrevious: hasBefore[list] === true || (!fromStart && overflows),
      hasNext: hasAfter[list] === true || (fromStart && overflows),
    };
  });
}

/** Whether each list has something at a bound or beyond it, on one side. */
async function goesOn(lists: PlacedLists, bounds: readonly Place[], above: boolean): Promise<readonly boolean[]> {
  if (bounds.length === 0) return [];
  const stretches = bounds.map((bound) =>
    above ? { above: neighbour(bound, -1n), below: null } : { above: null, below: neighbour(bound, 1n) },
  );
  return (await lists.read(stretches, { limit: 1, ascending: above })).map(({ length }) => length > 0);
}

/** Where a bound lies in each list; nowhere where the request has none. */
function placesOf(name: "after" | "before", request: PageRequest, { groupIds }: PlacedLists): Place[] {
  const position = request[name];
  if (position === null) return [];
  return groupIds.map((groupId) => {
    assertPosition(name, position, groupId === null ? ORDER : ORDER.slice(1));
    return [...(groupId === null ? [] : [groupId]), ...position] as unknown as Place;
  });
}

function positionOf(place: Place, groupId: string | null): Position {
  return groupId === null ? place : place.slice(1);
}
