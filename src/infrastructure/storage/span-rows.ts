import { cutsOf, type PartOfName, type WholeNames } from "./cut.js";
import type { Elements } from "./keyset-page.js";
import { type Column, Parameters } from "./parameters.js";
import type { Place } from "./place.js";
import type { Row } from "./row-mapping.js";
import type { Session } from "./session.js";
import type { Span } from "./span.js";

/** Which of the accounts in spans are wanted. */
export interface SpanQuery {
  readonly limit: number;
  readonly ascending: boolean;
  readonly membersOnly: boolean;
  readonly prepared?: boolean;
}

const LIST: readonly Column<{ list: number; groupId: string }>[] = [
  { name: "list", type: "integer", value: ({ list }) => list },
  { name: "group_id", type: "uuid", value: ({ groupId }) => groupId },
];

const WITHIN_NAMES: readonly Column<PartOfName>[] = [
  ...LIST,
  { name: "name_key", type: "text", value: ({ nameKey }) => nameKey },
  { name: "from_revision", type: "bigint", value: ({ from: [, , revision] }) => revision },
  { name: "from_id", type: "uuid", value: ({ from: [, , , id] }) => id },
  { name: "to_revision", type: "bigint", value: ({ to: [, , revision] }) => revision },
  { name: "to_id", type: "uuid", value: ({ to: [, , , id] }) => id },
];
const IS_WITHIN_NAME = `name_key = part.name_key
          AND (revision, id) > (part.from_revision, part.from_id) AND (revision, id) < (part.to_revision, part.to_id)`;

/** The last character of all, as often as to be longer than every key: an index needs an end to read to. */
const BEYOND_NAMES = "\u{10ffff}".repeat(513);

const WHOLE_NAMES: readonly Column<WholeNames>[] = [
  ...LIST,
  { name: "from_name", type: "text", value: ({ fromName }) => fromName },
  { name: "to_name", type: "text", value: ({ toName }) => toName ?? BEYOND_NAMES },
];
const HAS_NAME_BETWEEN = "name_key > part.from_name AND name_key < part.to_name";

const PLACE = ["group_id", "name_key", "revision", "id"];

/**
 * The first accounts, or the last ones, of each list of spans, in the order of their places. Every part is read by a range
 * of an index, and for no more rows than are wanted. The plan is the same whatever is in the spans: one that guesses at
 * the names in them reads the whole group where it guesses wrong.
 */
export async function rowsInSpans<T>(
  session: Session,
  lists: readonly (readonly Span[])[],
  query: SpanQuery,
  elements: Elements<T>,
): Promise<Row[][]> {
  const parameters = new Parameters();
  const branches = branchesOf(lists, query, parameters);
  if (branches.length === 0) return lists.map(() => []);
  const rows = await session.rows(statement(branches, query, elements), parameters.values, query);
  return lists.map((_, index) => rows.filter(({ page_list }) => page_list === index + 1));
}

export function placeOf(row: Row): Place {
  return [String(row.page_group_id), String(row.page_name_key), Number(row.page_revision), String(row.page_id)];
}

function branchesOf(lists: readonly (readonly Span[])[], query: SpanQuery, parameters: Parameters): string[] {
  const { withinNames, wholeNames } = cutsOf(lists);
  const of = (isAuthenticated: boolean) => {
    const isMeant = ({ authenticated }: { authenticated: boolean }) => authenticated === isAuthenticated;
    const status = `snapshot_id IS ${isAuthenticated ? "NOT NULL" : "NULL"}`;
    return [
      branch(withinNames.filter(isMeant), WITHIN_NAMES, [status, IS_WITHIN_NAME], query, parameters),
      branch(wholeNames.filter(isMeant), WHOLE_NAMES, [status, HAS_NAME_BETWEEN], query, parameters),
    ];
  };
  return [...of(true), ...of(false)].filter((text) => text !== null);
}

function branch<P>(
  parts: readonly P[],
  columns: readonly Column<P>[],
  conditions: readonly string[],
  { limit, ascending, membersOnly }: SpanQuery,
  parameters: Parameters,
): string | null {
  if (parts.length === 0) return null;
  return `SELECT part.list AS page_list, ${PLACE.map((column) => `found.${column} AS page_${column}`).join(", ")}
      FROM ${parameters.addRows(parts, columns)} AS part (${columns.map(({ name }) => name).join(", ")})
      CROSS JOIN LATERAL (
        SELECT ${PLACE.join(", ")} FROM enterprise_accounts
        WHERE group_id = part.group_id AND ${conditions.join(" AND ")}${membersOnly ? " AND id <> group_id" : ""}
        ORDER BY ${order("", ascending)} LIMIT ${limit}
      ) AS found`;
}

function statement<T>(
  branches: readonly string[],
  { limit, ascending }: SpanQuery,
  { selection, joins }: Elements<T>,
): string {
  return `SELECT page.*, ${selection}
    FROM (
      SELECT found.*, row_number() OVER (PARTITION BY page_list ORDER BY ${order("page_", ascending)}) AS page_row
      FROM (${branches.join(" UNION ALL ")}) AS found
    ) AS page
    ${joins}
    WHERE page.page_row <= ${limit}
    ORDER BY page.page_list, ${order("page.page_", ascending)}`;
}

function order(prefix: string, ascending: boolean): string {
  return PLACE.map((column) => `${prefix}${column}${ascending ? "" : " DESC"}`).join(", ");
}
