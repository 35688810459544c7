import type { QueryRunner } from "typeorm";
import { InvalidPosition, type Page, type PageRequest, type Position } from "../../application/page.js";
import type { Parameters } from "./parameters.js";
import type { Row } from "./row-mapping.js";
import { isUuid } from "./uuid.js";

interface OrderColumn {
  readonly column: string;
  readonly type: "uuid" | "text" | "bigint";
}

/** Rows that pages are taken of by the positions of their first and last row, never by an offset. */
export interface Listing {
  /** Disjoint sources of the rows, each `FROM … AS listed … WHERE …`. Each is read on its own, by an index. */
  readonly branches: readonly string[];
  /** What the rows are ordered by, the last of it unique. */
  readonly order: readonly OrderColumn[];
  readonly direction: "ASC" | "DESC";
  /** Further columns, to find the rest of a row by. */
  readonly columns: readonly string[];
}

/** How whole elements are made of a page's rows: read after the page has been cut, so that what is joined is joined 50 times. */
export interface Elements<T> {
  readonly selection: string;
  /** Joins to `page`, with the listing's columns as `page_…`. */
  readonly joins: string;
  readonly read: (row: Row) => T;
}

/** Several listings of one shape that are read at once: a table `list` with their `place`, 1 to `count`. */
export interface Lists {
  readonly source: string;
  readonly count: number;
}

const ONE_LIST: Lists = { source: "(VALUES (1)) AS list (place)", count: 1 };

/** What is asked of each list. */
export interface PageQuery {
  readonly listing: Listing;
  readonly request: PageRequest;
  /** Those of the listing's branches; the page adds its own. */
  readonly parameters: Parameters;
}

/** A page of one list. */
export async function readPage<T>(queryRunner: QueryRunner, query: PageQuery, elements: Elements<T>): Promise<Page<T>> {
  const [page] = await readPages(queryRunner, query, elements, ONE_LIST);
  return page as Page<T>;
}

/** A page of each list, in one statement. */
export async function readPages<T>(
  queryRunner: QueryRunner,
  { listing, request, parameters }: PageQuery,
  elements: Elements<T>,
  lists: Lists,
): Promise<Page<T>[]> {
  const rows: Row[] = await queryRunner.query(
    `SELECT list.place, page.*, ${elements.selection}
    FROM ${lists.source}
    CROSS JOIN LATERAL ${keysetPage(listing, request, parameters)} AS page
    ${elements.joins}
    ORDER BY list.place, ${sorting(listing, request, "page_")}`,
    parameters.values,
  );
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
  const limit = parameters.add(request.limit + 1, "integer");

  const read = (select: string, conditions: (string | null)[], tail: string) =>
    listing.branches
      .map((branch) => `(SELECT ${select} ${[branch, ...conditions.filter(Boolean)].join(" AND ")} ${tail})`)
      .join(" UNION ALL ");
  const slice = read(
    columns.map((column) => `listed.${column}`).join(", "),
    [after && `${position} ${following} ${after}`, before && `${position} ${preceding} ${before}`],
    `ORDER BY ${sorting(listing, request, "listed.")} LIMIT ${limit}`,
  );
  const goesOn = (condition: string | null) => (condition ? `EXISTS (${read("1", [condition], "LIMIT 1")})` : "false");
  // OFFSET 0: for several lists, whether each goes on would otherwise be asked again with every row of its page.
  return `(
    SELECT beyond.*, ${columns.map((column) => `slice.${column} AS page_${column}`).join(", ")}
    FROM (SELECT
      ${goesOn(after && `${position} ${preceding}= ${after}`)} AS page_has_before,
      ${goesOn(before && `${position} ${following}= ${before}`)} AS page_has_after
      OFFSET 0
    ) AS beyond
    LEFT JOIN (
      SELECT * FROM (${slice}) AS merged ORDER BY ${sorting(listing, request, "merged.")} LIMIT ${limit}
    ) AS slice ON true
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

function sorting({ order, direction }: Listing, { from }: PageRequest, prefix: string): string {
  const ascending = (direction === "ASC") === (from === "start");
  return order.map(({ column }) => `${prefix}${column}${ascending ? "" : " DESC"}`).join(", ");
}

/** @throws InvalidPosition for what cannot be a position of this listing: clients hand positions back, and may alter them */
function bound(name: "after" | "before", position: Position, { order }: Listing, parameters: Parameters): string {
  const fits = position.length === order.length && order.every(({ type }, index) => isOf(type, position[index]));
  if (!fits) throw new InvalidPosition(name);
  return tuple(order.map(({ type }, index) => parameters.add(position[index], type)));
}

function isOf(type: OrderColumn["type"], value: string | number | undefined): boolean {
  if (type === "bigint") return Number.isSafeInteger(value);
  if (typeof value !== "string") return false;
  return type === "uuid" ? isUuid(value) : value.isWellFormed() && !value.includes("\0");
}

function tuple(elements: readonly string[]): string {
  return elements.length === 1 ? elements.join() : `(${elements.join(", ")})`;
}

function positionOf(row: Row, order: readonly OrderColumn[]): Position {
  return order.map(({ column, type }) => {
    const value = row[`page_${column}`];
    return type === "bigint" ? Number(value) : String(value);
  });
}
