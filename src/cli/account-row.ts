import type { EnterpriseAccount } from "../domain/enterprise-account.js";

/** Every column of an export, in its order. */
export const COLUMNS = [
  "id",
  "role",
  "reference",
  "enterprise_name",
  "master_reference",
  "authentication_status",
  "authentication_origin",
  "certificate_country",
  "certificate_type",
  "certificate_number",
  "authenticated_at",
  "created_at",
] as const;

export type AccountRow = Record<(typeof COLUMNS)[number], string | null>;

/** An account as it is, as a row of an export. */
export function rowOf(account: EnterpriseAccount, master: EnterpriseAccount, withCertificates: boolean): AccountRow {
  const { id, role, reference, enterpriseName, authentication, authenticationStatus, authenticationOrigin } = account;
  return {
    id,
    role,
    reference,
    enterprise_name: enterpriseName.value,
    master_reference: role === "MEMBER" ? master.reference : null,
    authentication_status: authenticationStatus,
    authentication_origin: authenticationOrigin,
    certificate_country: authentication?.certificate.country ?? null,
    certificate_type: authentication?.certificate.type ?? null,
    certificate_number: withCertificates ? (authentication?.certificate.number ?? null) : null,
    authenticated_at: authentication?.authenticatedAt.toISOString() ?? null,
    created_at: account.createdAt.toISOString(),
  };
}
