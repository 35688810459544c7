import type { RecordedBy } from "../../application/caller.js";
import type { Page, PageRequest } from "../../application/page.js";
import type {
  AccountFilter,
  AtRevision,
  ChangingEnterpriseAccounts,
  GroupReference,
  LockedGroup,
  MemberFilter,
  NameCount,
} from "../../application/stores.js";
import type { EnterpriseAccount } from "../../domain/enterprise-account.js";
import type { NameSelection } from "../../domain/sync-policy.js";
import { reachesOf, recordStatuses } from "./account-groups.js";
import { insertionOf } from "./account-insertion.js";
import { AccountLists } from "./account-lists.js";
import { joinSnapshot, type MappedRows } from "./mapped-rows.js";
import { countByOwnName } from "./name-counts.js";
import { Parameters } from "./parameters.js";
import type { Reach } from "./reach.js";
import type { Row } from "./row-mapping.js";
import type { Session } from "./session.js";
import { byOwnName } from "./span.js";
import { isUuid } from "./uuid.js";

/** Accounts in PostgreSQL, on one connection. */
export class TypeormEnterpriseAccounts implements ChangingEnterpriseAccounts {
  private readonly lists: AccountLists;

  constructor(
    private readonly session: Session,
    private readonly rows: MappedRows,
    private readonly recordedBy: RecordedBy,
  ) {
    this.lists = new AccountLists(session, rows);
  }

  async find(id: string): Promise<EnterpriseAccount | null> {
    const [account] = await this.findAll([id]);
    return account ?? null;
  }

  async findAll(ids: readonly string[]): Promise<EnterpriseAccount[]> {
    const known = ids.filter(isUuid);
    if (known.length === 0) return [];
    const isOne = known.length === 1;
    const rows = await this.session.rows(
      `SELECT ${this.rows.accountColumns}
      FROM current_accounts AS account LEFT ${joinSnapshot("account")}
      WHERE account.id = ${isOne ? "$1" : "ANY ($1::uuid[])"}`,
      [isOne ? known[0] : known],
      { prepared: isOne },
    );
    return rows.map(this.rows.toAccount);
  }

  async findAtRevision(id: string): Promise<AtRevision<EnterpriseAccount> | null> {
    if (!isUuid(id)) return null;
    const [row] = await this.session.rows(
      `SELECT ${this.rows.accountColumns}, account_groups.revision AS group_revision
      FROM current_accounts AS account
      JOIN account_groups ON account_groups.group_id = account.group_id
      LEFT ${joinSnapshot("account")}
      WHERE account.id = $1`,
      [id],
      { prepared: true },
    );
    return row ? { value: this.rows.toAccount(row), groupRevision: Number(row.group_revision) } : null;
  }

  list(filter: AccountFilter, request: PageRequest): Promise<Page<EnterpriseAccount>> {
    return this.lists.anywhere(filter, request);
  }

  membersOf(groupIds: readonly string[], filter: MemberFilter, request: PageRequest) {
    return this.lists.membersOf(groupIds, filter, request);
  }

  /** A page by name takes several statements. Revisions only grow: one that is as expected after them was so all along. */
  async membersByOwnName(groupId: string, names: NameSelection | null, request: PageRequest) {
    if (names === null) return this.lists.allAtRevision(groupId, request);
    const value = await this.lists.byOwnIdentity(groupId, byOwnName(groupId, names), request);
    return { groupRevision: await this.revisionOf(groupId), value };
  }

  async revisionOf(groupId: string): Promise<number> {
    const [group] = await this.session.rows("SELECT revision FROM account_groups WHERE group_id = $1", [groupId], {
      prepared: true,
    });
    return Number(group?.revision ?? 0);
  }

  async revisionsOf(groupIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const groups = await this.session.rows(
      "SELECT group_id, revision FROM account_groups WHERE group_id = ANY ($1::uuid[])",
      [groupIds.filter(isUuid)],
    );
    return new Map(groups.map(({ group_id, revision }) => [String(group_id), Number(revision)]));
  }

  countByOwnName(groupId: string, nameKeys: readonly string[]): Promise<AtRevision<NameCount[]>> {
    return countByOwnName(this.session, groupId, nameKeys);
  }

  async bearersOf(references: readonly GroupReference[]): Promise<(string | null)[]> {
    const rows = await this.session.rows(
      `SELECT account.id
      FROM unnest($1::uuid[], $2::text[]) WITH ORDINALITY AS wanted (group_id, reference, place)
      LEFT JOIN LATERAL (
        SELECT id FROM enterprise_accounts AS bearer
        WHERE bearer.group_id = wanted.group_id AND bearer.reference = wanted.reference
        OFFSET 0
      ) AS account ON true
      ORDER BY wanted.place`,
      [references.map(({ groupId }) => groupId), references.map(({ reference }) => reference)],
    );
    return rows.map(({ id }) => id as string | null);
  }

  async mastersBearing(references: readonly string[]): Promise<EnterpriseAccount[]> {
    const rows = await this.session.rows(
      `SELECT ${this.rows.accountColumns}
      FROM current_accounts AS account LEFT ${joinSnapshot("account")}
      WHERE account.reference = ANY ($1::text[]) AND account.id = account.group_id`,
      [references],
    );
    return rows.map(this.rows.toAccount);
  }

  /** Lock, optimistic check and logical clock in one statement. */
  async lockGroupOf(accountId: string, among: readonly string[] | null = null): Promise<LockedGroup | null> {
    if (!isUuid(accountId)) return null;
    const [group] = await this.session.rows(
      `UPDATE account_groups AS locked SET revision = locked.revision + 1
      FROM enterprise_accounts AS account
      WHERE account.id = $1 AND locked.group_id = account.group_id
        AND ($2::uuid[] IS NULL OR locked.group_id = ANY ($2))
      RETURNING ${LOCKED}`,
      [accountId, among],
      { prepared: true },
    );
    return group ? toLocked(group) : null;
  }

  /** In the order of their ids, so that two that lock several never wait for each other. */
  async lockGroups(ids: readonly string[]): Promise<LockedGroup[]> {
    const groups = await this.session.rows(
      `WITH ordered AS (
        SELECT group_id FROM account_groups WHERE group_id = ANY ($1::uuid[]) ORDER BY group_id FOR NO KEY UPDATE
      )
      UPDATE account_groups AS locked SET revision = locked.revision + 1
      FROM ordered
      WHERE locked.group_id = ordered.group_id
      RETURNING ${LOCKED}`,
      [ids.filter(isUuid)],
    );
    return groups.map(toLocked);
  }

  async add(accounts: readonly EnterpriseAccount[]): Promise<void> {
    await this.session.reachAlso(accounts.filter(({ role }) => role === "MASTER").map(({ id }) => id));
    const parameters = new Parameters();
    await this.session.write(insertionOf(accounts, this.recordedBy, parameters), parameters.values);
  }

  async change(account: EnterpriseAccount): Promise<void> {
    const { groupId, id, enterpriseName, authentication, revision } = account;
    const changed = await this.session.write(
      `UPDATE enterprise_accounts SET enterprise_name = $3, name_key = $4, snapshot_id = $5, revision = $6
      WHERE group_id = $1 AND id = $2`,
      [groupId, id, enterpriseName.value, enterpriseName.key, authentication?.id ?? null, revision],
      { prepared: true },
    );
    if (changed !== 1) throw new Error("An account that is being changed is not there.");
    if (account.role === "MEMBER" && account.isAuthenticated) {
      const [reach] = await reachesOf(this.session, [groupId]);
      await recordStatuses(this.session, reach as Reach);
    }
  }
}

const LOCKED = `locked.group_id, locked.revision,
      locked.has_authenticated_members OR locked.has_unauthenticated_members AS has_members`;

function toLocked({ group_id, revision, has_members }: Row): LockedGroup {
  return { id: String(group_id), revision: Number(revision), hasMembers: has_members === true };
}
