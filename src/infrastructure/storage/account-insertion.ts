import type { RecordedBy } from "../../application/caller.js";
import { AuthenticationRecord } from "../../domain/authentication-record.js";
import type { AuthenticationSnapshot } from "../../domain/authentication-snapshot.js";
import type { EnterpriseAccount } from "../../domain/enterprise-account.js";
import type { Column, Parameters } from "./parameters.js";

const ACCOUNTS: readonly Column<EnterpriseAccount>[] = [
  { name: "group_id", type: "uuid", value: ({ groupId }) => groupId },
  { name: "id", type: "uuid", value: ({ id }) => id },
  { name: "reference", type: "text", value: ({ reference }) => reference },
  { name: "enterprise_name", type: "text", value: ({ enterpriseName }) => enterpriseName.value },
  { name: "name_key", type: "text", value: ({ enterpriseName }) => enterpriseName.key },
  { name: "snapshot_id", type: "uuid", value: ({ authentication }) => authentication?.id },
  { name: "revision", type: "bigint", value: ({ revision }) => revision },
  { name: "created_at", type: "timestamptz", value: ({ createdAt }) => createdAt },
];

const SNAPSHOTS: readonly Column<AuthenticationSnapshot>[] = [
  { name: "group_id", type: "uuid", value: ({ groupId }) => groupId },
  { name: "id", type: "uuid", value: ({ id }) => id },
  { name: "account_id", type: "uuid", value: ({ accountId }) => accountId },
  { name: "enterprise_name", type: "text", value: ({ enterpriseName }) => enterpriseName.value },
  { name: "name_key", type: "text", value: ({ enterpriseName }) => enterpriseName.key },
  { name: "certificate_country", type: "text", value: ({ certificate }) => certificate.country },
  { name: "certificate_type", type: "text", value: ({ certificate }) => certificate.type },
  { name: "certificate_number", type: "text", value: ({ certificate }) => certificate.number },
  { name: "authenticated_at", type: "timestamptz", value: ({ authenticatedAt }) => authenticatedAt },
];

const RECORDS: readonly Column<AuthenticationRecord>[] = [
  { name: "group_id", type: "uuid", value: ({ snapshot }) => snapshot.groupId },
  { name: "account_id", type: "uuid", value: ({ snapshot }) => snapshot.accountId },
  { name: "revision", type: "bigint", value: ({ revision }) => revision },
  { name: "snapshot_id", type: "uuid", value: ({ snapshot }) => snapshot.id },
  { name: "recorded_at", type: "timestamptz", value: ({ recordedAt }) => recordedAt },
];

/** What added accounts change of a group. */
interface AddedToGroup {
  readonly groupId: string;
  /** Null where the group is there already. */
  revision: number | null;
  authenticated: boolean;
  unauthenticated: boolean;
}

const GROUPS: readonly Column<AddedToGroup>[] = [
  { name: "group_id", type: "uuid", value: ({ groupId }) => groupId },
  { name: "revision", type: "bigint", value: ({ revision }) => revision },
  { name: "has_authenticated_members", type: "boolean", value: ({ authenticated }) => authenticated },
  { name: "has_unauthenticated_members", type: "boolean", value: ({ unauthenticated }) => unauthenticated },
];

export function snapshotInsertion(
  snapshots: readonly AuthenticationSnapshot[],
  { subject, requestId }: RecordedBy,
  parameters: Parameters,
): string {
  const recorded: Column<AuthenticationSnapshot>[] = [
    { name: "recorded_by", type: "text", value: () => subject },
    { name: "request_id", type: "text", value: () => requestId },
  ];
  return insertion("authentication_snapshots", [...SNAPSHOTS, ...recorded], snapshots, parameters);
}

export function recordInsertion(records: readonly AuthenticationRecord[], parameters: Parameters): string {
  return insertion("authentication_history", RECORDS, records, parameters);
}

/**
 * SQL that adds accounts, with the groups that begin with them, and with those that are authenticated by themselves their
 * snapshots and records: in one statement, since they refer to each other, and references are checked when it ends.
 */
export function insertionOf(
  accounts: readonly EnterpriseAccount[],
  recordedBy: RecordedBy,
  parameters: Parameters,
): string {
  const authenticated = accounts.filter(({ isAuthenticated }) => isAuthenticated);
  const snapshots = authenticated.map(({ authentication }) => authentication as AuthenticationSnapshot);
  const records = authenticated.map(({ authentication, revision }) =>
    AuthenticationRecord.own(authentication as AuthenticationSnapshot, revision),
  );
  const groups = [...groupsOf(accounts).values()];
  const begun = groups.filter(({ revision }) => revision !== null);
  const joined = groups.filter(({ revision }) => revision === null);
  const parts = [
    authenticated.length > 0 && `snapshots AS (${snapshotInsertion(snapshots, recordedBy, parameters)})`,
    authenticated.length > 0 && `records AS (${recordInsertion(records, parameters)})`,
    begun.length > 0 && `begun AS (${insertion("account_groups", GROUPS, begun, parameters)})`,
    joined.length > 0 && `joined AS (${statusUpdate(joined, parameters)})`,
  ].filter((part) => part !== false);
  const added = insertion("enterprise_accounts", ACCOUNTS, accounts, parameters);
  return parts.length === 0 ? added : `WITH ${parts.join(", ")} ${added}`;
}

function insertion<T>(table: string, columns: readonly Column<T>[], items: readonly T[], parameters: Parameters) {
  return `INSERT INTO ${table} (${columns.map(({ name }) => name).join(", ")})
    SELECT * FROM ${parameters.addRows(items, columns)}`;
}

function groupsOf(accounts: readonly EnterpriseAccount[]): ReadonlyMap<string, AddedToGroup> {
  const groups = new Map<string, AddedToGroup>();
  for (const { groupId, role, isAuthenticated, revision } of accounts) {
    const group = groups.get(groupId) ?? { groupId, revision: null, authenticated: false, unauthenticated: false };
    groups.set(groupId, group);
    if (role === "MASTER") group.revision = revision;
    else if (isAuthenticated) group.authenticated = true;
    else group.unauthenticated = true;
  }
  return groups;
}

/** Writes nothing where a group has members of these statuses already. */
function statusUpdate(groups: readonly AddedToGroup[], parameters: Parameters): string {
  return `UPDATE account_groups AS joined SET
      has_authenticated_members = joined.has_authenticated_members OR added.has_authenticated_members,
      has_unauthenticated_members = joined.has_unauthenticated_members OR added.has_unauthenticated_members
    FROM ${parameters.addRows(groups, GROUPS)} AS added (${GROUPS.map(({ name }) => name).join(", ")})
    WHERE joined.group_id = added.group_id AND (
      added.has_authenticated_members AND NOT joined.has_authenticated_members
      OR added.has_unauthenticated_members AND NOT joined.has_unauthenticated_members)`;
}
