import type { DataSource } from "typeorm";
import { AuthenticationSnapshot } from "../../domain/authentication-snapshot.js";
import { EnterpriseAccount } from "../../domain/enterprise-account.js";
import { Synchronization } from "../../domain/synchronization.js";
import type { Elements } from "./keyset-page.js";
import { type Row, RowMapping } from "./row-mapping.js";

/**
 * Reads the domain's objects, each with the snapshot it refers to, from rows of hand-written SQL. Its tables are to be
 * called `account`, `snapshot` and `synchronization`.
 */
export class MappedRows {
  readonly snapshotColumns: string;
  readonly accountColumns: string;
  readonly synchronizationColumns: string;
  private readonly accounts: RowMapping<EnterpriseAccount>;
  private readonly snapshots: RowMapping<AuthenticationSnapshot>;
  private readonly synchronizations: RowMapping<Synchronization>;

  constructor(dataSource: DataSource) {
    this.accounts = RowMapping.of(dataSource, EnterpriseAccount, "account");
    this.snapshots = RowMapping.of(dataSource, AuthenticationSnapshot, "snapshot");
    this.synchronizations = RowMapping.of(dataSource, Synchronization, "synchronization");
    this.snapshotColumns = this.snapshots.selection;
    this.accountColumns = `${this.accounts.selection}, ${this.snapshotColumns}`;
    this.synchronizationColumns = `${this.synchronizations.selection}, ${this.snapshotColumns}`;
  }

  readonly toAccount = (row: Row): EnterpriseAccount =>
    Object.assign(present(this.accounts.read(row)), { authentication: this.snapshots.read(row) });

  readonly toSnapshot = (row: Row): AuthenticationSnapshot => present(this.snapshots.read(row));

  readonly toSynchronization = (row: Row): Synchronization =>
    Object.assign(present(this.synchronizations.read(row)), { snapshot: this.toSnapshot(row) });

  /**
   * The accounts of a page, from the table of what is their own or from the view of what is in force for them: looked up
   * one by one (OFFSET 0 keeps it so), since reading whole tables to join them seems cheap as long as they are small.
   */
  accountsFrom(table: "enterprise_accounts" | "current_accounts"): Elements<EnterpriseAccount> {
    return {
      selection: this.accountColumns,
      joins: `LEFT JOIN LATERAL (
        SELECT * FROM ${table} AS one WHERE one.group_id = page.page_group_id AND one.id = page.page_id OFFSET 0
      ) AS account ON true
      LEFT JOIN LATERAL (
        SELECT * FROM authentication_snapshots AS one
        WHERE one.group_id = account.group_id AND one.id = account.snapshot_id OFFSET 0
      ) AS snapshot ON true`,
      read: this.toAccount,
    };
  }
}

/** Joins the snapshot that the rows of a table refer to. */
export function joinSnapshot(table: string): string {
  return `JOIN authentication_snapshots AS snapshot
    ON snapshot.group_id = ${table}.group_id AND snapshot.id = ${table}.snapshot_id`;
}

function present<T>(entity: T | null): T {
  if (entity === null) throw new Error("A row lacks what it was selected for.");
  return entity;
}
