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

interface OwnAuthentication {
  readonly snapshot: AuthenticationSnapshot;
  readonly revision: number;
}

const SNAPSHOTS: readonly Column<OwnAuthentication>[] = [
  { name: "group_id", type: "uuid", value: ({ snapshot }) => snapshot.groupId },
  { name: "id", type: "uuid", value: ({ snapshot }) => snapshot.id },
  { name: "account_id", type: "uuid", value: ({ snapshot }) => snapshot.accountId },
  { name: "enterprise_name", type: "text", value: ({ snapshot }) => snapshot.enterpriseName.value },
  { name: "name_key", type: "text", value: ({ snapshot }) => snapshot.enterpriseName.key },
  { name: "certificate_country", type: "text", value: ({ snapshot }) => snapshot.certificate.country },
  { name: "certificate_type", type: "text", value: ({ snapshot }) => snapshot.certificate.type },
  { name: "certificate_number", type: "text", value: ({ snapshot }) => snapshot.certificate.number },
  { name: "authenticated_at", type: "timestamptz", value: ({ snapshot }) => snapshot.authenticatedAt },
];

const RECORDS: readonly Column<OwnAuthentication>[] = [
  { name: "group_id", type: "uuid", value: ({ snapshot }) => snapshot.groupId },
  { name: "account_id", type: "uuid", value: ({ snapshot }) => snapshot.accountId },
  { name: "revision", type: "bigint", value: ({ revision }) => revision },
  { name: "snapshot_id", type: "uuid", value: ({ snapshot }) => snapshot.id },
  { name: "recorded_at", type: "timestamptz", value: ({ snapshot }) => snapshot.authenticatedAt },
];

/**
 * SQL that adds accounts, and with those that are authenticated by themselves their snapshots and records: in one
 * statement, since accounts and snapshots refer to each other, and references are checked when a statement ends.
 */
export function insertionOf(accounts: readonly EnterpriseAccount[], parameters: Parameters): string {
  const insertion = <T>(table: string, columns: readonly Column<T>[], items: readonly T[]) =>
    `INSERT INTO ${table} (${columns.map(({ name }) => name).join(", ")})
    SELECT * FROM ${parameters.addRows(items, columns)}`;
  const authenticated = accounts.flatMap(({ authentication, revision }) =>
    authentication === null ? [] : [{ snapshot: authentication, revision }],
  );
  const added = insertion("enterprise_accounts", ACCOUNTS, accounts);
  if (authenticated.length === 0) return added;
  return `WITH snapshots AS (${insertion("authentication_snapshots", SNAPSHOTS, authenticated)}),
    records AS (${insertion("authentication_history", RECORDS, authenticated)})
    ${added}`;
}
