import type { QueryRunner } from "typeorm";
import type { Page, PageRequest } from "../../application/page.js";
import type {
  AccountFilter,
  ChangingEnterpriseAccounts,
  GroupReference,
  LockedGroup,
  MemberFilter,
  NameCount,
} from "../../application/stores.js";
import type { EnterpriseAccount } from "../../domain/enterprise-account.js";
import type { NameSelection } from "../../domain/sync-policy.js";
import { insertionOf } from "./account-insertion.js";
import { anywhere, byOwnName, membersOfEach } from "./account-listings.js";
import { readPage, readPages } from "./keyset-page.js";
import { joinSnapshot, type MappedRows } from "./mapped-rows.js";
import { Parameters } from "./parameters.js";
import type { Row } from "./row-mapping.js";
import { isUuid } from "./uuid.js";

/** Accounts in PostgreSQL, within one transaction. */
export class TypeormEnterpriseAccounts implements ChangingEnterpriseAccounts {
  constructor(
    private readonly queryRunner: QueryRunner,
    private readonly rows: MappedRows,
  ) {}

  async find(id: string): Promise<EnterpriseAccount | null> {
    const [account] = await this.findAll([id]);
    return account ?? null;
  }

  async findAll(ids: readonly string[]): Promise<EnterpriseAccount[]> {
    const known = ids.filter(isUuid);
    if (known.length === 0) return [];
    const rows: Row[] = await this.queryRunner.query(
      `SELECT ${this.rows.accountColumns}
      FROM current_accounts AS account LEFT ${joinSnapshot("account")}
      WHERE account.id = ANY ($1::uuid[])`,
      [known],
    );
    return rows.map(this.rows.toAccount);
  }

  list(filter: AccountFilter, request: PageRequest): Promise<Page<EnterpriseAccount>> {
    const parameters = new Parameters();
    const listing = anywhere(filter, parameters);
    const elements = this.rows.accountsFrom("current_accounts");
    return readPage(this.queryRunner, { listing, request, parameters }, elements);
  }

  membersOf(groupIds: readonly string[], filter: MemberFilter, request: PageRequest) {
    const parameters = new Parameters();
    const groups = parameters.add(groupIds, "uuid[]");
    const listing = membersOfEach(filter, parameters);
    return readPages(this.queryRunner, { listing, request, parameters }, this.rows.accountsFrom("current_accounts"), {
      source: `unnest(${groups}) WITH ORDINALITY AS list (group_id, place)`,
      count: groupIds.length,
    });
  }

  membersByOwnName(groupId: string, names: NameSelection | null, request: PageRequest) {
    const parameters = new Parameters();
    const listing = byOwnName(groupId, names, parameters);
    const elements = this.rows.accountsFrom("enterprise_accounts");
    return readPage(this.queryRunner, { listing, request, parameters }, elements);
  }

  async revisionOf(groupId: string): Promise<number> {
    const [master]: { revision: string }[] = await this.queryRunner.query(
      "SELECT revision FROM enterprise_accounts WHERE group_id = $1 AND id = $1",
      [groupId],
    );
    return Number(master?.revision ?? 0);
  }

  async countByOwnName(groupId: string, nameKeys: readonly string[]): Promise<NameCount[]> {
    const counts: { name_key: string | null; authenticated: boolean; count: string }[] = await this.queryRunner.query(
      `SELECT CASE WHEN name_key = ANY ($2::text[]) THEN name_key END AS name_key,
        snapshot_id IS NOT NULL AS authenticated,
        count(*) AS count
      FROM enterprise_accounts
      WHERE group_id = $1 AND id <> group_id
      GROUP BY 1, 2`,
      [groupId, nameKeys],
    );
    return counts.map(({ name_key, authenticated, count }) => ({
      nameKey: name_key,
      status: authenticated ? "AUTHENTICATED" : "NOT_AUTHENTICATED",
      count: Number(count),
    }));
  }

  async bearersOf(references: readonly GroupReference[]): Promise<(string | null)[]> {
    const rows: { id: string | null }[] = await this.queryRunner.query(
      `SELECT account.id
      FROM unnest($1::uuid[], $2::text[]) WITH ORDINALITY AS wanted (group_id, reference, place)
      LEFT JOIN enterprise_accounts AS account USING (group_id, reference)
      ORDER BY wanted.place`,
      [references.map(({ groupId }) => groupId), references.map(({ reference }) => reference)],
    );
    return rows.map(({ id }) => id);
  }

  async mastersBearing(references: readonly string[]): Promise<EnterpriseAccount[]> {
    const rows: Row[] = await this.queryRunner.query(
      `SELECT ${this.rows.accountColumns}
      FROM current_accounts AS account LEFT ${joinSnapshot("account")}
      WHERE account.reference = ANY ($1::text[]) AND account.id = account.group_id`,
      [references],
    );
    return rows.map(this.rows.toAccount);
  }

  async hasMembers(groupId: string): Promise<boolean> {
    const [answer]: { has_members: boolean }[] = await this.queryRunner.query(
      "SELECT EXISTS (SELECT FROM enterprise_accounts WHERE group_id = $1 AND id <> group_id) AS has_members",
      [groupId],
    );
    return answer?.has_members === true;
  }

  /** Lock, optimistic check and logical clock in one statement. */
  async lockGroupOf(accountId: string): Promise<LockedGroup | null> {
    if (!isUuid(accountId)) return null;
    const [[master]]: [{ group_id: string; revision: string }[], number] = await this.queryRunner.query(
      `UPDATE enterprise_accounts AS master SET revision = master.revision + 1
      FROM enterprise_accounts AS account
      WHERE account.id = $1 AND master.group_id = account.group_id AND master.id = account.group_id
      RETURNING master.group_id, master.revision`,
      [accountId],
    );
    return master ? { id: master.group_id, revision: Number(master.revision) } : null;
  }

  /** In the order of their ids, so that two that lock several never wait for each other. */
  async lockGroups(ids: readonly string[]): Promise<LockedGroup[]> {
    const [masters]: [{ group_id: string; revision: string }[], number] = await this.queryRunner.query(
      `WITH locked AS (
        SELECT group_id FROM enterprise_accounts WHERE group_id = ANY ($1::uuid[]) AND id = group_id
        ORDER BY group_id FOR NO KEY UPDATE
      )
      UPDATE enterprise_accounts AS master SET revision = master.revision + 1 FROM locked
      WHERE master.group_id = locked.group_id AND master.id = locked.group_id
      RETURNING master.group_id, master.revision`,
      [ids.filter(isUuid)],
    );
    return masters.map(({ group_id, revision }) => ({ id: group_id, revision: Number(revision) }));
  }

  async add(accounts: readonly EnterpriseAccount[]): Promise<void> {
    const parameters = new Parameters();
    await this.queryRunner.query(insertionOf(accounts, parameters), parameters.values);
  }

  /** In SQL: an update by the mapping would set `group_id` too, as a part of the reference to the snapshot. */
  async change({ groupId, id, enterpriseName, authentication, revision }: EnterpriseAccount): Promise<void> {
    const [, changed]: [unknown[], number] = await this.queryRunner.query(
      `UPDATE enterprise_accounts SET enterprise_name = $3, name_key = $4, snapshot_id = $5, revision = $6
      WHERE group_id = $1 AND id = $2`,
      [groupId, id, enterpriseName.value, enterpriseName.key, authentication?.id ?? null, revision],
    );
    if (changed !== 1) throw new Error("An account that is being changed is not there.");
  }
}
