import type { AccountFilter } from "../../application/stores.js";
import type { AuthenticationStatus } from "../../domain/enterprise-account.js";
import { Parameters } from "./parameters.js";
import { Reach } from "./reach.js";
import type { Row } from "./row-mapping.js";
import type { Session } from "./session.js";
import { asTheyAre } from "./span.js";
import { rowsInSpans } from "./span-rows.js";

/** A stretch of all groups: from one on, that one included, upwards or downwards. */
export interface Groups {
  readonly from: string | null;
  readonly ascending: boolean;
  readonly limit: number;
}

/** What was carried to each of these groups, in their order. */
export async function reachesOf(session: Session, groupIds: readonly string[]): Promise<Reach[]> {
  const reaches = await reachesIn(session, "unnest($1::uuid[]) AS candidate (group_id)", [groupIds]);
  const byGroup = new Map(reaches.map((reach) => [reach.groupId, reach]));
  return groupIds.map((groupId) => byGroup.get(groupId) ?? Reach.nothing(groupId));
}

/** The next groups to look into for accounts that are as asked; not every one of them need have some. */
export async function nextGroups(session: Session, filter: AccountFilter, groups: Groups): Promise<Reach[]> {
  const parameters = new Parameters();
  const candidates = filter.groupIds
    ? someOf(filter.groupIds, groups, parameters)
    : filter.enterpriseName
      ? bearing(filter.enterpriseName.key, groups, parameters)
      : withStatus(filter.authenticationStatus ?? "AUTHENTICATED", filter.role !== "MEMBER", groups, parameters);
  const reaches = await reachesIn(session, `(${candidates}) AS candidate`, parameters.values);
  return reaches.toSorted((one, other) => (one.groupId < other.groupId === groups.ascending ? -1 : 1));
}

async function reachesIn(session: Session, candidates: string, values: unknown[]): Promise<Reach[]> {
  const rows = await session.rows(
    `SELECT candidate.group_id, synchronization.name_keys, synchronization.revision, snapshot.name_key AS carried_key
    FROM ${candidates}
    LEFT JOIN synchronizations AS synchronization ON synchronization.group_id = candidate.group_id
    LEFT JOIN authentication_snapshots AS snapshot
      ON snapshot.group_id = synchronization.group_id AND snapshot.id = synchronization.snapshot_id`,
    values,
  );
  return rows.map(toReach);
}

function toReach({ group_id, name_keys, revision, carried_key }: Row): Reach {
  const groupId = String(group_id);
  return name_keys === null
    ? Reach.nothing(groupId)
    : new Reach(groupId, name_keys as string[], Number(revision), String(carried_key));
}

/** Any of these groups. */
function someOf(groupIds: readonly string[], groups: Groups, parameters: Parameters): string {
  const { condition, tail } = stretch(groups, parameters);
  return `SELECT group_id FROM unnest(${parameters.add(groupIds, "uuid[]")}) AS own (group_id)
    WHERE true${condition("group_id")} ${tail("group_id")}`;
}

/** Groups whose members, or whose masters, have a status: each of them has some. */
function withStatus(
  status: AuthenticationStatus,
  withMasters: boolean,
  groups: Groups,
  parameters: Parameters,
): string {
  const isAuthenticated = status === "AUTHENTICATED";
  const { condition, tail } = stretch(groups, parameters);
  const members = `(SELECT group_id FROM account_groups
    WHERE ${isAuthenticated ? "has_authenticated_members" : "has_unauthenticated_members"}${condition("group_id")} ${tail("group_id")})`;
  const masters = `(SELECT id FROM enterprise_accounts
    WHERE id = group_id AND snapshot_id IS ${isAuthenticated ? "NOT NULL" : "NULL"}${condition("id")} ${tail("id", { nulls: true })})`;
  return withMasters ? `SELECT group_id FROM (${members} UNION ${masters}) AS either ${tail("group_id")}` : members;
}

/** Groups that a name occurs in: from one straight to the next, however many accounts bear it there. */
function bearing(nameKey: string, groups: Groups, parameters: Parameters): string {
  const key = parameters.add(nameKey, "text");
  const { condition, following, tail } = stretch(groups, parameters);
  const next = (further: string) =>
    `SELECT group_id FROM enterprise_accounts WHERE name_key = ${key}${further} ${tail("group_id", { count: 1 })}`;
  return `WITH RECURSIVE bearing (group_id, count) AS (
      SELECT first.group_id, 1 FROM (${next(condition("group_id"))}) AS first
      UNION ALL
      SELECT next.group_id, bearing.count + 1
      FROM bearing CROSS JOIN LATERAL (${next(` AND group_id ${following} bearing.group_id`)}) AS next
      WHERE bearing.count < ${groups.limit}
    )
    SELECT group_id FROM bearing`;
}

function stretch({ from, ascending, limit }: Groups, parameters: Parameters) {
  const following = ascending ? ">" : "<";
  const bound = from === null ? null : parameters.add(from, "uuid");
  return {
    following,
    condition: (column: string) => (bound === null ? "" : ` AND ${column} ${following}= ${bound}`),
    /** @param nulls as the indexes of masters are sorted */
    tail: (column: string, { count = limit, nulls = false } = {}) => {
      const placed = nulls ? (ascending ? " NULLS FIRST" : " NULLS LAST") : "";
      return `ORDER BY ${column}${ascending ? "" : " DESC"}${placed} LIMIT ${count}`;
    },
  };
}

/** Writes down which statuses the members of a group have, once something in it was authenticated. */
export async function recordStatuses(session: Session, reach: Reach): Promise<void> {
  const statuses = (["AUTHENTICATED", "NOT_AUTHENTICATED"] as const).map((authenticationStatus) =>
    asTheyAre(reach, { authenticationStatus }),
  );
  const query = { limit: 1, ascending: true, membersOnly: true, prepared: true };
  const members = await rowsInSpans(session, statuses, query, NOTHING_ELSE);
  await session.write(
    `UPDATE account_groups SET has_authenticated_members = $2, has_unauthenticated_members = $3
    WHERE group_id = $1 AND (has_authenticated_members <> $2 OR has_unauthenticated_members <> $3)`,
    [reach.groupId, ...members.map(({ length }) => length > 0)],
    { prepared: true },
  );
}

const NOTHING_ELSE = { selection: "true AS found", joins: "", read: () => true };
