import type { AccountFilter, MemberFilter } from "../../application/stores.js";
import type { Listing } from "./keyset-page.js";
import type { Parameters } from "./parameters.js";

type Condition = string | false | null | undefined;

const BY_ID = { order: [{ column: "id", type: "uuid" }], columns: ["group_id"], direction: "ASC" } as const;

/** All members of the group at hand (`list.group_id`), in the order they joined. */
export const ALL_MEMBERS: Listing = {
  ...BY_ID,
  source: "enterprise_accounts AS listed",
  conditions: ["listed.group_id = list.group_id", "listed.id <> listed.group_id"],
};

/** The member of the group at hand that bears a reference, if it is as asked. */
export function memberBearing(reference: string, filter: MemberFilter, parameters: Parameters): Listing {
  return {
    ...BY_ID,
    source: "current_accounts AS listed",
    conditions: [
      "listed.group_id = list.group_id",
      "listed.id <> listed.group_id",
      ...asAsked({ ...filter, reference }, parameters),
    ],
  };
}

/** Accounts of every group, or of some, newest first: masters, whose name and status are their own, or accounts that bear a reference. */
export function anywhere(filter: AccountFilter, parameters: Parameters): Listing {
  const role = filter.role && `listed.id ${filter.role === "MASTER" ? "=" : "<>"} listed.group_id`;
  return {
    ...BY_ID,
    direction: "DESC",
    source: `${filter.reference == null ? "enterprise_accounts" : "current_accounts"} AS listed`,
    conditions: [role, ...asAsked(filter, parameters)].filter((condition) => typeof condition === "string"),
    // In each group by the order of its own accounts, in all of them by that of the index across them.
    ...(filter.groupIds ? { groupIds: parameters.add(filter.groupIds, "uuid[]") } : { nulls: "LAST" }),
  };
}

function asAsked({ reference, enterpriseName, authenticationStatus }: MemberFilter, parameters: Parameters) {
  const conditions: Condition[] = [
    reference != null && `listed.reference = ${parameters.add(reference, "text")}`,
    enterpriseName && `listed.name_key = ${parameters.add(enterpriseName.key, "text")}`,
    authenticationStatus && `listed.snapshot_id IS ${authenticationStatus === "AUTHENTICATED" ? "NOT NULL" : "NULL"}`,
  ];
  return conditions.filter((condition) => typeof condition === "string");
}
