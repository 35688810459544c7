import type { RecordedBy } from "../../application/caller.js";
import type { Page, PageRequest } from "../../application/page.js";
import type { ChangingAuthentications } from "../../application/stores.js";
import { AuthenticationRecord } from "../../domain/authentication-record.js";
import { AuthenticationSnapshot } from "../../domain/authentication-snapshot.js";
import type { EnterpriseAccount } from "../../domain/enterprise-account.js";
import { Synchronization } from "../../domain/synchronization.js";
import { recordStatuses } from "./account-groups.js";
import { recordInsertion, snapshotInsertion } from "./account-insertion.js";
import { AccountLists } from "./account-lists.js";
import { type Listing, readPages } from "./keyset-page.js";
import { joinSnapshot, type MappedRows } from "./mapped-rows.js";
import { Parameters } from "./parameters.js";
import { Reach } from "./reach.js";
import type { Row } from "./row-mapping.js";
import type { Session } from "./session.js";
import { reachedBy } from "./span.js";
import { isUuid } from "./uuid.js";

const HISTORY: Listing = {
  source: "account_histories AS listed",
  conditions: ["listed.group_id = list.group_id", "listed.account_id = list.account_id"],
  order: [{ column: "revision", type: "bigint" }],
  direction: "DESC",
  columns: ["group_id", "snapshot_id", "synchronization_id", "name_key"],
};

/** Authentications in PostgreSQL, on one connection. */
export class TypeormAuthentications implements ChangingAuthentications {
  constructor(
    private readonly session: Session,
    private readonly rows: MappedRows,
    private readonly recordedBy: RecordedBy,
  ) {}

  async findSnapshots(ids: readonly string[]): Promise<AuthenticationSnapshot[]> {
    const rows = await this.session.rows(
      `SELECT ${this.rows.snapshotColumns} FROM authentication_snapshots AS snapshot WHERE snapshot.id = ANY ($1::uuid[])`,
      [ids.filter(isUuid)],
    );
    return rows.map(this.rows.toSnapshot);
  }

  async recordersOf(snapshots: readonly AuthenticationSnapshot[]): Promise<(RecordedBy | null)[]> {
    const rows = await this.session.rows(
      `SELECT id, recorded_by, request_id FROM authentication_snapshots
      WHERE recorded_by IS NOT NULL AND (group_id, id) IN (SELECT * FROM unnest($1::uuid[], $2::uuid[]))`,
      [snapshots.map(({ groupId }) => groupId), snapshots.map(({ id }) => id)],
    );
    const bySnapshot = new Map(
      rows.map(({ id, recorded_by, request_id }) => [
        id,
        { subject: String(recorded_by), requestId: String(request_id) },
      ]),
    );
    return snapshots.map(({ id }) => bySnapshot.get(id) ?? null);
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
    const rows = await this.session.rows(
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
      this.session,
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
    const lists = new AccountLists(this.session, this.rows);
    return lists.byOwnIdentity(synchronization.groupId, reachedBy(synchronization), request);
  }

  async countReachedBy({ groupId, revision, nameKeys }: Synchronization): Promise<number> {
    const count = (isNull: string) =>
      `(SELECT count(*) FROM enterprise_accounts
      WHERE group_id = $1 AND id <> group_id AND name_key = ANY ($2::text[]) AND revision < $3 AND snapshot_id ${isNull})`;
    const [answer] = await this.session.rows(`SELECT ${count("IS NULL")} + ${count("IS NOT NULL")} AS count`, [
      groupId,
      nameKeys,
      revision,
    ]);
    return Number(answer?.count);
  }

  async addSnapshot(snapshot: AuthenticationSnapshot): Promise<void> {
    const parameters = new Parameters();
    await this.session.write(snapshotInsertion([snapshot], this.recordedBy, parameters), parameters.values, {
      prepared: true,
    });
  }

  async addToHistory(record: AuthenticationRecord): Promise<void> {
    const parameters = new Parameters();
    await this.session.write(recordInsertion([record], parameters), parameters.values, { prepared: true });
  }

  async addSynchronization(synchronization: Synchronization): Promise<void> {
    const { groupId, id, revision, nameBefore, nameKeys, snapshot, committedAt } = synchronization;
    await this.session.write(
      `INSERT INTO synchronizations
        (group_id, id, revision, name_before, name_before_key, name_keys, snapshot_id, committed_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [groupId, id, revision, nameBefore.value, nameBefore.key, nameKeys, snapshot.id, committedAt],
      { prepared: true },
    );
    await recordStatuses(this.session, new Reach(groupId, nameKeys, revision, snapshot.enterpriseName.key));
  }
}
