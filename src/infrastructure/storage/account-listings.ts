import type { AccountFilter, MemberFilter } from "../../application/stores.js";
import type { NameSelection } from "../../domain/sync-policy.js";
import type { Synchronization } from "../../domain/synchronization.js";
import type { Listing } from "./keyset-page.js";
import type { Parameters } from "./parameters.js";

type Condition = string | false | null | undefined;

const BY_ID = { order: [{ column: "id", type: "uuid" }], columns: ["group_id"], direction: "ASC" } as const;
const NEWEST_FIRST = { ...BY_ID, direction: "DESC" } as const;
const BY_NAME = { ...BY_ID, order: [{ column: "name_key", type: "text" }, ...BY_ID.order] } as const;

/**
 * Members by their own names. For some names: a branch for each, in id order. For all but some names: the ranges between
 * them, in name order. A filter on one scan in id order would read the whole group where few members match.
 */
export function byOwnName(groupId: string, names: NameSelection | null, parameters: Parameters): Listing {
  const group = parameters.add(groupId, "uuid");
  const members = (...conditions: Condition[]) =>
    `FROM enterprise_accounts AS listed ${where(`listed.group_id = ${group}`, "listed.id <> listed.group_id", ...conditions)}`;
  if (names === null) return { ...BY_ID, branches: [members()] };

  const keys = [...names.nameKeys].sort(byBytes).map((nameKey) => parameters.add(nameKey, "text"));
  if (!names.bearing) {
    const ranges = [null, ...keys].map((lower, index) => ({ lower, upper: keys[index] }));
    const branches = ranges.map(({ lower, upper }) =>
      members(lower && `listed.name_key > ${lower}`, upper && `listed.name_key < ${upper}`),
    );
    return { ...BY_NAME, branches };
  }
  const branches = keys.map((nameKey) => members(`listed.name_key = ${nameKey}`));
  return { ...BY_ID, branches: branches.length > 0 ? branches : [members("false")] };
}

/** The order of the collation "C". */
function byBytes(one: string, other: string): number {
  return Buffer.compare(Buffer.from(one), Buffer.from(other));
}

/** Accounts of every group, as they are, newest first. */
export function anywhere(filter: AccountFilter, parameters: Parameters): Listing {
  const role = filter.role && `listed.id ${filter.role === "MASTER" ? "=" : "<>"} listed.group_id`;
  return { ...NEWEST_FIRST, branches: asTheyAre([role], filter, parameters) };
}

/** Members of the group at hand (`list.group_id`), as they are, in the order they joined. */
export function membersOfEach(filter: MemberFilter, parameters: Parameters): Listing {
  const member = ["listed.group_id = list.group_id", "listed.id <> listed.group_id"];
  return { ...BY_ID, branches: asTheyAre(member, filter, parameters) };
}

/**
 * The accounts whose name and status are as asked: those that share nothing by their own columns, and those that a
 * synchronization reached by what it carried to them. (A group has one synchronization: its master's first.)
 */
function asTheyAre(
  conditions: Condition[],
  { reference, enterpriseName, authenticationStatus }: MemberFilter,
  parameters: Parameters,
) {
  if (reference != null) conditions.push(`listed.reference = ${parameters.add(reference, "text")}`);
  if (!enterpriseName && !authenticationStatus) return [`FROM enterprise_accounts AS listed ${where(...conditions)}`];

  const nameKey = enterpriseName && parameters.add(enterpriseName.key, "text");
  const own = where(
    ...conditions,
    nameKey && `listed.name_key = ${nameKey}`,
    authenticationStatus && `listed.snapshot_id IS ${authenticationStatus === "AUTHENTICATED" ? "NOT NULL" : "NULL"}`,
    "NOT EXISTS (SELECT FROM synchronizations AS synchronization WHERE reaches(synchronization, listed))",
  );
  const shared = where(...conditions, nameKey && `shared.name_key = ${nameKey}`);
  return [
    `FROM enterprise_accounts AS listed ${own}`,
    ...(authenticationStatus === "NOT_AUTHENTICATED" ? [] : [`FROM ${SHARING} ${shared}`]),
  ];
}

const SHARING = `synchronized_members AS listed JOIN authentication_snapshots AS shared
  ON shared.group_id = listed.group_id AND shared.id = listed.snapshot_id`;

/** The members that a synchronization reached: a branch for each of its names. */
export function reachedBy({ groupId, id, nameKeys }: Synchronization, parameters: Parameters): Listing {
  const one = [
    `listed.group_id = ${parameters.add(groupId, "uuid")}`,
    `listed.synchronization_id = ${parameters.add(id, "uuid")}`,
  ];
  const branches = nameKeys.map(
    (nameKey) =>
      `FROM synchronized_members AS listed ${where(...one, `listed.name_key = ${parameters.add(nameKey, "text")}`)}`,
  );
  return { ...BY_ID, branches };
}

function where(...conditions: Condition[]): string {
  return `WHERE ${conditions.filter(Boolean).join(" AND ") || "true"}`;
}
