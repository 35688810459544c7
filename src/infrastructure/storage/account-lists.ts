import type { Page, PageRequest } from "../../application/page.js";
import type { AccountFilter, AtRevision, MemberFilter } from "../../application/stores.js";
import type { EnterpriseAccount } from "../../domain/enterprise-account.js";
import { nextGroups, reachesOf } from "./account-groups.js";
import { type Lists, ONE_LIST, readPages } from "./keyset-page.js";
import { ALL_MEMBERS, anywhere, memberBearing } from "./listings-by-id.js";
import type { MappedRows } from "./mapped-rows.js";
import { Parameters } from "./parameters.js";
import { shifted } from "./place.js";
import { readPlacedPages, type Stretch } from "./placed-pages.js";
import { between } from "./reach.js";
import type { Row } from "./row-mapping.js";
import type { Session } from "./session.js";
import { asTheyAre, type Span } from "./span.js";
import { rowsInSpans } from "./span-rows.js";

/** A group, and the spans of it that a list is made of. */
type GroupSpans = readonly [groupId: string, spans: readonly Span[]];

/** How many groups are looked into at first, and at most, for the next accounts of a list of all groups. */
const FIRST_GROUPS = 4;
const MOST_GROUPS = 64;

/** Pages of accounts: by id where all of them are meant, by place where a name or a status is asked for. */
export class AccountLists {
  constructor(
    private readonly session: Session,
    private readonly rows: MappedRows,
  ) {}

  /** Of all groups: those that need no look at what was carried to a group, or else group by group. */
  async anywhere(filter: AccountFilter, request: PageRequest): Promise<Page<EnterpriseAccount>> {
    const elements = this.rows.accountsFrom("current_accounts");
    if (filter.role !== "MASTER" && asksForShared(filter)) {
      const read = async ([stretch]: readonly Stretch[], query: { limit: number; ascending: boolean }) => [
        await this.rowsOfGroups(filter, stretch as Stretch, query),
      ];
      return only(await readPlacedPages({ groupIds: [null], direction: "DESC", read }, request, elements.read));
    }
    const parameters = new Parameters();
    const listing = anywhere(filter, parameters);
    return only(await readPages(this.session, { listing, request, parameters }, elements, ONE_LIST));
  }

  async membersOf(groupIds: readonly string[], filter: MemberFilter, request: PageRequest) {
    if (asksForShared(filter)) {
      const reaches = await reachesOf(this.session, groupIds);
      const groups = reaches.map((reach): GroupSpans => [reach.groupId, asTheyAre(reach, filter)]);
      return this.membersIn(groups, request, "current_accounts");
    }
    const parameters = new Parameters();
    const lists = listsOf(groupIds, parameters);
    const listing = filter.reference == null ? ALL_MEMBERS : memberBearing(filter.reference, filter, parameters);
    const elements = this.rows.accountsFrom("current_accounts");
    return readPages(this.session, { listing, request, parameters }, elements, lists);
  }

  /** All members of a group, by the identities of their own, with the group's revision in the same statement. */
  async allAtRevision(groupId: string, request: PageRequest): Promise<AtRevision<Page<EnterpriseAccount>>> {
    const parameters = new Parameters();
    const group = parameters.add(groupId, "uuid");
    const source = `(SELECT 1 AS place, group_id, revision FROM account_groups WHERE group_id = ${group}) AS list`;
    const { selection, ...elements } = this.rows.accountsFrom("enterprise_accounts");
    let groupRevision = 0;
    const seen = (row: Row) => {
      groupRevision = Number(row.group_revision);
    };
    const pages = await readPages(
      this.session,
      { listing: ALL_MEMBERS, request, parameters },
      { ...elements, selection: `${selection}, list.revision AS group_revision`, seen },
      { source, count: 1 },
    );
    return { groupRevision, value: only(pages) };
  }

  /** Members of a group in spans, by the identities of their own. */
  async byOwnIdentity(groupId: string, spans: readonly Span[], request: PageRequest) {
    return only(await this.membersIn([[groupId, spans]], request, "enterprise_accounts"));
  }

  private membersIn(
    groups: readonly GroupSpans[],
    request: PageRequest,
    table: "enterprise_accounts" | "current_accounts",
  ) {
    const elements = this.rows.accountsFrom(table);
    const read = (stretches: readonly Stretch[], query: { limit: number; ascending: boolean }) => {
      const lists = groups.map(([, spans], list) => {
        const { above, below } = stretches[list] as Stretch;
        return between(spans, above, below);
      });
      return rowsInSpans(this.session, lists, { ...query, membersOnly: true }, elements);
    };
    const groupIds = groups.map(([groupId]) => groupId);
    return readPlacedPages({ groupIds, direction: "ASC", read }, request, elements.read);
  }

  /** A few groups at a time: each that a status is asked of has some, and mostly the first ones have enough. */
  private async rowsOfGroups(
    filter: AccountFilter,
    { above, below }: Stretch,
    { limit, ascending }: { limit: number; ascending: boolean },
  ): Promise<Row[]> {
    const rows: Row[] = [];
    const elements = this.rows.accountsFrom("current_accounts");
    const [start, end] = ascending ? [above, below] : [below, above];
    let from = start?.[0] ?? null;
    for (let size = FIRST_GROUPS; rows.length < limit; size = Math.min(4 * size, MOST_GROUPS)) {
      const groups = await nextGroups(this.session, filter, { from, ascending, limit: size });
      const spans = groups.flatMap((reach) => asTheyAre(reach, filter));
      const query = { limit: limit - rows.length, ascending, membersOnly: filter.role === "MEMBER" };
      const [found = []] = await rowsInSpans(this.session, [between(spans, above, below)], query, elements);
      rows.push(...found);

      const last = groups.at(-1)?.groupId;
      const isBeyond = end !== null && last !== undefined && (ascending ? last > end[0] : last < end[0]);
      if (last === undefined || groups.length < size || isBeyond) break;
      from = shifted(last, ascending ? 1n : -1n);
    }
    return rows;
  }
}

/** A name or a status, which an account may share with its master. A reference leaves one account of each group at most. */
function asksForShared({ reference, enterpriseName, authenticationStatus }: MemberFilter): boolean {
  return reference == null && (enterpriseName != null || authenticationStatus != null);
}

function listsOf(groupIds: readonly string[], parameters: Parameters): Lists {
  const source =
    groupIds.length === 1
      ? `(VALUES (1, ${parameters.add(groupIds[0], "uuid")})) AS list (place, group_id)`
      : `unnest(${parameters.add(groupIds, "uuid[]")}) WITH ORDINALITY AS list (group_id, place)`;
  return { source, count: groupIds.length };
}

function only<T>(pages: readonly Page<T>[]): Page<T> {
  return pages[0] as Page<T>;
}
