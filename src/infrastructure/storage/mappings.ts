import { EntitySchema, type EntitySchemaColumnOptions } from "typeorm";
import { AuthenticationSnapshot } from "../../domain/authentication-snapshot.js";
import { Certificate } from "../../domain/certificate.js";
import { EnterpriseAccount } from "../../domain/enterprise-account.js";
import { EnterpriseName } from "../../domain/enterprise-name.js";
import { Synchronization } from "../../domain/synchronization.js";

/*
 * How the domain's classes lie in the tables. The classes know nothing of it: their constructors are private, and
 * a row becomes an object without running them. What only SQL can say (checks, indexes, views) is in the migrations.
 */

const uuid = (name: string): EntitySchemaColumnOptions => ({ name, type: "uuid" });
const key = (name: string): EntitySchemaColumnOptions => ({ ...uuid(name), primary: true });
const text = (name: string): EntitySchemaColumnOptions => ({ name, type: "text" });
const binaryText = (name: string): EntitySchemaColumnOptions => ({ ...text(name), collation: "C" });
const instant = (name: string): EntitySchemaColumnOptions => ({ name, type: "timestamptz", precision: 3 });

/** The driver hands a bigint out as text; revisions stay far below 2^53. */
const revision: EntitySchemaColumnOptions = {
  name: "revision",
  type: "bigint",
  transformer: { to: (value: number) => value, from: (value: string) => Number(value) },
};

/** TypeORM tells embedded values apart by their class alone: each pair of columns gets one that makes the same objects. */
const name = (column: string, keyColumn: string) => ({
  schema: new EntitySchema<EnterpriseName>({
    name: column,
    target: Object.assign(() => {}, { prototype: EnterpriseName.prototype }) as never,
    columns: { value: text(column), key: binaryText(keyColumn) },
  }),
  prefix: false,
});

const certificate = {
  schema: new EntitySchema<Certificate>({
    name: "certificate",
    target: Certificate as never,
    columns: {
      country: text("certificate_country"),
      type: text("certificate_type"),
      number: text("certificate_number"),
    },
  }),
  prefix: false,
};

const account = (constraint: string, column: "accountId" | "groupId") => ({
  name: constraint,
  target: "EnterpriseAccount",
  columnNames: ["groupId", column],
  referencedColumnNames: ["groupId", "id"],
});

/** The snapshot that a row refers to is one of its own group: `group_id` is part of the reference. */
const snapshot = (constraint: string, nullable = false) => ({
  type: "many-to-one" as const,
  target: "AuthenticationSnapshot",
  nullable,
  joinColumn: [
    { name: "group_id", referencedColumnName: "groupId", foreignKeyConstraintName: constraint },
    { name: "snapshot_id", referencedColumnName: "id", foreignKeyConstraintName: constraint },
  ],
});

const accounts = new EntitySchema<EnterpriseAccount>({
  name: "EnterpriseAccount",
  target: EnterpriseAccount as never,
  tableName: "enterprise_accounts",
  columns: {
    groupId: key("group_id"),
    id: key("id"),
    reference: { ...binaryText("reference"), nullable: true },
    revision,
    createdAt: instant("created_at"),
  },
  embeddeds: { enterpriseName: name("enterprise_name", "name_key") },
  relations: { authentication: snapshot("enterprise_accounts_snapshot_fkey", true) },
  uniques: [{ name: "enterprise_accounts_reference_key", columns: ["groupId", "reference"] }],
  foreignKeys: [account("enterprise_accounts_master_fkey", "groupId")],
});

/** With who recorded it, which few ask for. */
interface SnapshotRow extends AuthenticationSnapshot {
  readonly recordedBy: string | null;
  readonly requestId: string | null;
}

const snapshots = new EntitySchema<SnapshotRow>({
  name: "AuthenticationSnapshot",
  target: AuthenticationSnapshot as never,
  tableName: "authentication_snapshots",
  columns: {
    groupId: key("group_id"),
    id: key("id"),
    accountId: uuid("account_id"),
    authenticatedAt: instant("authenticated_at"),
    recordedBy: { ...text("recorded_by"), nullable: true, select: false },
    requestId: { ...text("request_id"), nullable: true, select: false },
  },
  embeddeds: { enterpriseName: name("enterprise_name", "name_key"), certificate },
  foreignKeys: [account("authentication_snapshots_account_fkey", "accountId")],
});

const synchronizations = new EntitySchema<Synchronization>({
  name: "Synchronization",
  target: Synchronization as never,
  tableName: "synchronizations",
  columns: {
    groupId: key("group_id"),
    id: key("id"),
    revision,
    // Written for the views, and derived again from both names where it is read.
    nameKeys: { ...binaryText("name_keys"), array: true, select: false },
    committedAt: instant("committed_at"),
  },
  embeddeds: { nameBefore: name("name_before", "name_before_key") },
  relations: { snapshot: snapshot("synchronizations_snapshot_fkey") },
  uniques: [
    { name: "synchronizations_revision_key", columns: ["groupId", "revision"] },
    { name: "synchronizations_snapshot_key", columns: ["snapshot"] },
  ],
});

/** The rows of an account's own authentications; an AuthenticationRecord is made of one of them, or derived. */
interface HistoryRow {
  readonly groupId: string;
  readonly accountId: string;
  readonly revision: number;
  readonly snapshot: AuthenticationSnapshot;
  readonly recordedAt: Date;
}

const authenticationHistory = new EntitySchema<HistoryRow>({
  name: "AuthenticationHistory",
  tableName: "authentication_history",
  columns: {
    groupId: key("group_id"),
    accountId: key("account_id"),
    revision: { ...revision, primary: true },
    recordedAt: instant("recorded_at"),
  },
  relations: { snapshot: snapshot("authentication_history_snapshot_fkey") },
  foreignKeys: [account("authentication_history_account_fkey", "accountId")],
});

interface AccountGroupRow {
  readonly groupId: string;
  readonly revision: number;
  readonly hasAuthenticatedMembers: boolean;
  readonly hasUnauthenticatedMembers: boolean;
}

const accountGroups = new EntitySchema<AccountGroupRow>({
  name: "AccountGroup",
  tableName: "account_groups",
  columns: {
    groupId: key("group_id"),
    revision,
    hasAuthenticatedMembers: { name: "has_authenticated_members", type: "boolean" },
    hasUnauthenticatedMembers: { name: "has_unauthenticated_members", type: "boolean" },
  },
  foreignKeys: [account("account_groups_master_fkey", "groupId")],
});

interface IdempotencyKeyRow {
  readonly caller: string;
  readonly key: string;
  readonly fingerprint: string;
  readonly resultIds: readonly string[];
  readonly createdAt: Date;
}

const idempotencyKeys = new EntitySchema<IdempotencyKeyRow>({
  name: "IdempotencyKey",
  tableName: "idempotency_keys",
  columns: {
    caller: { ...binaryText("caller"), primary: true },
    key: { ...binaryText("key"), primary: true },
    fingerprint: binaryText("fingerprint"),
    resultIds: { ...uuid("result_ids"), array: true },
    createdAt: instant("created_at"),
  },
});

export const MAPPINGS = [accounts, snapshots, synchronizations, accountGroups, authenticationHistory, idempotencyKeys];
