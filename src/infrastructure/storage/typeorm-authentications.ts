import type { EntityTarget, ObjectLiteral, QueryRunner } from "typeorm";
import type { Page, PageRequest } from "../../application/page.js";
import type { ChangingAuthentications } from "../../application/stores.js";
import { AuthenticationRecord } from "../../domain/authentication-record.js";
import { AuthenticationSnapshot } from "../../domain/authentication-snapshot.js";
import type { EnterpriseAccount } from "../../domain/enterprise-account.js";
import { Synchronization } from "../../domain/synchronization.js";
import { reachedBy } from "./account-listings.js";
import { type Listing, readPage, readPages } from "./keyset-page.js";
import { joinSnapshot, type MappedRows } from "./mapped-rows.js";
import { authenticationHistory, type HistoryRow } from "./mappings.js";
import { Parameters } from "./parameters.js";
import type { Row } from "./row-mapping.js";
import { isUuid } from "./uuid.js";

const HISTORY: Listing = {
  branches: [
    "FROM account_histories AS listed WHERE listed.group_id = list.group_id AND listed.account_id = list.account_id",
  ],
  order: [{ column: "revision", type: "bigint" }],
  direction: "DESC",
  columns: ["group_id", "snapshot_id", "synchronization_id", "name_key"],
};

/** Authentications in PostgreSQL, within one transaction. */
export class TypeormAuthentications implements ChangingAuthentications {
  constructor(
    private readonly queryRunner: QueryRunner,
    private readonly rows: MappedRows,
  ) {}

  async findSnapshots(ids: readonly string[]): Promise<AuthenticationSnapshot[]> {
    const rows: Row[] = await this.queryRunner.query(
      `SELECT ${this.rows.snapshotColumns} FROM authentication_snapshots AS snapshot WHERE snapshot.id = ANY ($1::uuid[])`,
      [ids.filter(isUuid)],
    );
    return rows.map(this.rows.toSnapshot);
  }

  findSynchronizations(ids: readonly string[]): Promise<Synchronization[]> {
    return this.synchronizationsWhere("synchronization.id = ANY ($1::uuid[])", [ids.filter(isUuid)]);
  }

  async findSynchronizationsOf(snapshots: readonly AuthenticationSnapshot[]): Promise<(Synchronization | null)[]> {
    const found = await this.synchronizationsWhere(
      "(snapshot.group_id, snapshot.id) IN (SELECT * FROM unnest($1::uuid[], $2::uuid[]))",
      [snapshots.map(({ groupId }) => groupId), snapshots.map(({ id }) => id)],
    );
    const bySnapshot = new Map(found.map((synchronization) => [synchronization.snapshot.id, synchronization]));
    return snapshots.map(({ id }) => bySnapshot.get(id) ?? null);
  }

  private async synchronizationsWhere(condition: string, parameters: unknown[]): Promise<Synchronization[]> {
    const rows: Row[] = await this.queryRunner.query(
      `SELECT ${this.rows.synchronizationColumns}
      FROM synchronizations AS synchronization ${joinSnapshot("synchronization")}
      WHERE ${condition}`,
      parameters,
    );
    return rows.map(this.rows.toSynchronization);
  }

  historyOf(accounts: readonly EnterpriseAccount[], request: PageRequest): Promise<Page<AuthenticationRecord>[]> {
    const parameters = new Parameters();
    const groupIds = parameters.add(
      accounts.map(({ groupId }) => groupId),
      "uuid[]",
    );
    const ids = parameters.add(
      accounts.map(({ id }) => id),
      "uuid[]",
    );
    return readPages(
      this.queryRunner,
      { listing: HISTORY, request, parameters },
      {
        selection: this.rows.synchronizationColumns,
        joins: `LEFT JOIN authentication_snapshots AS snapshot
          ON snapshot.group_id = page.page_group_id AND snapshot.id = page.page_snapshot_id
        LEFT JOIN synchronizations AS synchronization
          ON synchronization.group_id = page.page_group_id AND synchronization.id = page.page_synchronization_id`,
        read: (row) => this.toRecord(row),
      },
      {
        source: `unnest(${groupIds}, ${ids}) WITH ORDINALITY AS list (group_id, account_id, place)`,
        count: accounts.length,
      },
    );
  }

  private toRecord(row: Row): AuthenticationRecord {
    return row.page_synchronization_id === null
      ? AuthenticationRecord.own(this.rows.toSnapshot(row), Number(row.page_revision))
      : AuthenticationRecord.synchronized(this.rows.toSynchronization(row), String(row.page_name_key));
  }

  reachedBy(synchronization: Synchronization, request: PageRequest): Promise<Page<EnterpriseAccount>> {
    const parameters = new Parameters();
    const listing = reachedBy(synchronization, parameters);
    const elements = this.rows.accountsFrom("enterprise_accounts");
    return readPage(this.queryRunner, { listing, request, parameters }, elements);
  }

  async countReachedBy({ groupId, id }: Synchronization): Promise<number> {
    const [answer]: { count: string }[] = await this.queryRunner.query(
      "SELECT count(*) AS count FROM synchronized_members WHERE group_id = $1 AND synchronization_id = $2",
      [groupId, id],
    );
    return Number(answer?.count);
  }

  addSnapshot(snapshot: AuthenticationSnapshot): Promise<void> {
    return this.insert(AuthenticationSnapshot, snapshot);
  }

  addToHistory({ snapshot, revision, recordedAt }: AuthenticationRecord): Promise<void> {
    const { groupId, accountId } = snapshot;
    const row: HistoryRow = { groupId, accountId, revision, snapshot, recordedAt };
    return this.insert(authenticationHistory, row);
  }

  addSynchronization(synchronization: Synchronization): Promise<void> {
    return this.insert(Synchronization, synchronization);
  }

  private async insert(target: unknown, entity: ObjectLiteral): Promise<void> {
    const insert = this.queryRunner.manager.createQueryBuilder().insert();
    await insert
      .into(target as EntityTarget<ObjectLiteral>)
      .values(entity)
      .updateEntity(false)
      .execute();
  }
}
