import type { Page, PageRequest, Position } from "../../application/page.js";
import type { Parameters } from "./parameters.js";
import { assertPosition, type OrderType } from "./position.js";
import type { Row } from "./row-mapping.js";
import type { Session } from "./session.js";

/** Rows that pages are taken of by the positions of their first and last row, never by an offset. */
export interface Listing {
  /** What the rows come from, by the name `listed`. */
  readonly source: string;
  readonly conditions: readonly string[];
  /** What the rows are ordered by, the last of it unique. */
  readonly order: readonly { readonly column: string; readonly type: OrderType }[];
  readonly direction: "ASC" | "DESC";
  /** Where nulls would be sorted, of which there are none: what says so is sorted by an index that says so, and no other. */
  readonly nulls?: "LAST";
  /** Further columns, to find the rest of a row by. */
  readonly columns: readonly string[];
  /** The groups that the rows are taken from, as an expression; without it, from all of them. */
  readonly groupIds?: string;
}

/** How whole elements are made of a page's rows: read after the page has been cut, so that what is joined is joined 50 times. */
export interface Elements<T> {
  readonly selection: string;
  /** Joins to `page`, with the listing's columns as `page_…`. */
  readonly joins: string;
  readonly read: (row: Row) => T;
  /** Is shown the first row, which holds what is true of the whole list. */
  readonly seen?: (row: Row) => void;
}

/** Several listings of one shape that are read at once: a table `list` with their `place`, 1 to `count`. */
export interface Lists {
  readonly source: string;
  readonly count: number;
}

export const ONE_LIST: Lists = { source: "(VALUES (1)) AS list (place)", count: 1 };

/** What is asked of each list. */
export interface PageQuery {
  readonly listing: Listing;
  readonly request: PageRequest;
  /** Those of the listing and of the lists; the page adds its own. */
  readonly parameters: Parameters;
}

/** The sizes of pages that statements are kept prepared for: those that most clients ask for. */
const PREPARED_SIZES = [20, 50, 100];

/** A page of each list, in one statement. It is prepared where there is one list: how many there are changes the plan. */
export async function readPages<T>(
  session: Session,
  { listing, request, parameters }: PageQuery,
  elements: Elements<T>,
  lists: Lists,
): Promise<Page<T>[]> {
  const rows = await session.rows(
    `SELECT list.place, page.*, ${elements.selection}
    FROM ${lists.source}
    CROSS JOIN LATERAL ${keysetPage(listing, request, parameters)} AS page
    ${elements.joins}
    ORDER BY list.place, ${sorting(listing, request, "page_")}`,
    parameters.values,
    { prepared: lists.count === 1 && PREPARED_SIZES.includes(request.limit) },
  );
  if (rows[0] !== undefined) elements.seen?.(rows[0]);
  return Array.from({ length: lists.count }, (_, index) => {
    const own = lists.count === 1 ? rows : rows.filter(({ place }) => Number(place) === index + 1);
    return toPage(own, listing, request, elements.read);
  });
}

/**
 * SQL for one page: a table that always has a row, with `page_has_before` and `page_has_after` (whether the list goes on
 * beyond the two bounds), and up to one row more than the page may have.
 */
function keysetPage(listing: Listing, request: PageRequest, parameters: Parameters): string {
  const columns = [...listing.order.map(({ column }) => column), ...listing.columns];
  const position = tuple(listing.order.map(({ column }) => `listed.${column}`));
  const [following, preceding] = listing.direction === "ASC" ? [">", "<"] : ["<", ">"];
  const after = request.after && bound("after", request.after, listing, parameters);
  const before = request.before && bound("before", request.before, listing, parameters);

  const inOrder = `ORDER BY ${sorting(listing, request, "listed.")}`;
  const read = (select: string, conditions: (string | null)[], tail: string) => {
    const all = [...listing.conditions, ...conditions.filter(Boolean)];
    const rows = (further: readonly string[]) =>
      `FROM ${listing.source} WHERE ${[...all, ...further].join(" AND ") || "true"} ${tail}`;
    if (listing.groupIds === undefined) return `SELECT ${select} ${rows([])}`;
    // The first of each group, and the first of these: no index is sorted across some groups.
    return `SELECT ${select} FROM unnest(${listing.groupIds}) AS own (group_id)
      CROSS JOIN LATERAL (SELECT listed.* ${rows(["listed.group_id = own.group_id"])}) AS listed ${tail}`;
  };
  const slice = read(
    columns.map((column) => `listed.${column} AS page_${column}`).join(", "),
    [after && `${position} ${following} ${after}`, before && `${position} ${preceding} ${before}`],
    `${inOrder} LIMIT ${request.limit + 1}`,
  );
  // In order, which EXISTS would not be: for any first row the planner hopes to find one soon, wherever it begins.
  const goesOn = (condition: string | null) =>
    condition ? `(${read("true", [condition], `${inOrder} LIMIT 1`)}) IS NOT NULL` : "false";
  // OFFSET 0: for several lists, whether each goes on would otherwise be asked again with every row of its page.
  return `(
    SELECT beyond.*, slice.*
    FROM (SELECT
      ${goesOn(after && `${position} ${preceding}= ${after}`)} AS page_has_before,
      ${goesOn(before && `${position} ${following}= ${before}`)} AS page_has_after
      OFFSET 0
    ) AS beyond
    LEFT JOIN (${slice}) AS slice ON true
  )`;
}

function toPage<T>(rows: readonly Row[], { order }: Listing, request: PageRequest, read: (row: Row) => T): Page<T> {
  const found = rows.filter((row) => row[`page_${order[0]?.column}`] !== null);
  const overflows = found.length > request.limit;
  const items = found.slice(0, request.limit).map((row) => ({ item: read(row), position: positionOf(row, order) }));
  const fromStart = request.from === "start";
  return {
    items: fromStart ? items : items.reverse(),
    hasPrevious: rows[0]?.page_has_before === true || (!fromStart && overflows),
    hasNext: rows[0]?.page_has_after === true || (fromStart && overflows),
  };
}

function sorting({ order, direction, nulls }: Listing, { from }: PageRequest, prefix: string): string {
  const ascending = (direction === "ASC") === (from === "start");
  const placed = nulls === undefined ? "" : from === "start" ? " NULLS LAST" : " NULLS FIRST";
  return order.map(({ column }) => `${prefix}${column}${ascending ? "" : " DESC"}${placed}`).join(", ");
}

/** @throws InvalidPosition */
function bound(name: "after" | "before", position: Position, { order }: Listing, parameters: Parameters): string {
  assertPosition(
    name,
    position,
    order.map(({ type }) => type),
  );
  return tuple(order.map(({ type }, index) => parameters.add(position[index], type)));
}

function tuple(elements: readonly string[]): string {
  return elements.length === 1 ? elements.join() : `(${elements.join(", ")})`;
}

function positionOf(row: Row, order: Listing["order"]): Position {
  return order.map(({ column, type }) => {
    const value = row[`page_${column}`];
    return type === "bigint" ? Number(value) : String(value);
  });
}
