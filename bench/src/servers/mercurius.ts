import type { AddressInfo } from "node:net";
import { fastify } from "fastify";
import { mercurius } from "mercurius";
import { Pool } from "pg";
import { listensAt, POOL_SIZE, settings } from "./listening.js";
import { inOrder, Rule, type SyncCount, statusOf } from "./rule.js";

/*
 * Hand-written for these reads and nothing else: a compiled executor, no limits, no log, no checks but GraphQL's own, and
 * prepared statements that join what is needed at once.
 */

const SCHEMA = `
  type Query {
    enterpriseAccount(id: ID!): EnterpriseAccount
    previewAuthentication(input: PreviewAuthenticationInput!): AuthenticationPreview
  }
  input PreviewAuthenticationInput { accountId: ID! enterpriseName: String! }
  type Certificate { country: String! type: String! number: String! }
  type AuthenticationSnapshot { id: ID! enterpriseName: String! authenticatedAt: String! certificate: Certificate! }
  type EnterpriseAccount {
    id: ID!
    enterpriseName: String!
    authenticationStatus: String!
    authentication: AuthenticationSnapshot
    members(first: Int!): EnterpriseAccountConnection!
  }
  type PageInfo { hasNextPage: Boolean! }
  type EnterpriseAccountConnection { nodes: [EnterpriseAccount!]! pageInfo: PageInfo! }
  type SyncCount { reason: String! statusBefore: String! count: Int! }
  type SyncDecision { synchronized: Boolean! reason: String! effect: String! tableCase: Int }
  type Member { id: ID! }
  type MemberDecision { member: Member! nameBefore: String! statusBefore: String! decision: SyncDecision! }
  type MemberDecisionConnection { nodes: [MemberDecision!]! pageInfo: PageInfo! }
  type AuthenticationPreview {
    nameBefore: String!
    nameAfter: String!
    memberCount: Int!
    synchronizedCount: Int!
    breakdown: [SyncCount!]!
    members(first: Int!): MemberDecisionConnection!
  }
`;

const ACCOUNT = `
  SELECT account.id, coalesce(snapshot.enterprise_name, account.enterprise_name) AS enterprise_name,
    snapshot.id AS snapshot_id, snapshot.authenticated_at,
    snapshot.certificate_country, snapshot.certificate_type, snapshot.certificate_number
  FROM enterprise_accounts AS account
  LEFT JOIN synchronizations AS synchronization
    ON synchronization.group_id = account.group_id AND reaches(synchronization, account)
  LEFT JOIN authentication_snapshots AS snapshot
    ON snapshot.group_id = account.group_id AND snapshot.id = coalesce(synchronization.snapshot_id, account.snapshot_id)`;

const STATEMENTS = {
  account: { name: "account", text: `${ACCOUNT} WHERE account.id = $1` },
  members: {
    name: "members",
    text: `${ACCOUNT} WHERE account.group_id = $1 AND account.id <> $1 ORDER BY account.id LIMIT $2`,
  },
  counts: {
    name: "counts",
    text: `SELECT master.enterprise_name, master.name_key, counted.name_key AS member_key, counted.authenticated, counted.count
      FROM enterprise_accounts AS master
      LEFT JOIN LATERAL (
        SELECT CASE WHEN member.name_key IN (master.name_key, $2) THEN member.name_key END AS name_key,
          member.snapshot_id IS NOT NULL AS authenticated, count(*)::integer AS count
        FROM enterprise_accounts AS member
        WHERE member.group_id = $1 AND member.id <> $1
        GROUP BY 1, 2
      ) AS counted ON true
      WHERE master.group_id = $1 AND master.id = $1`,
  },
  page: {
    name: "page",
    text: `SELECT id, enterprise_name, name_key, snapshot_id IS NOT NULL AS authenticated
      FROM enterprise_accounts WHERE group_id = $1 AND id <> $1 ORDER BY id LIMIT $2`,
  },
};

const { databaseUrl } = settings();
const pool = new Pool({ connectionString: databaseUrl, max: POOL_SIZE });

interface AccountRow {
  readonly id: string;
  readonly enterprise_name: string;
  readonly snapshot_id: string | null;
  readonly authenticated_at: Date;
  readonly certificate_country: string;
  readonly certificate_type: string;
  readonly certificate_number: string;
}

interface CountRow {
  readonly enterprise_name: string;
  readonly name_key: string;
  readonly member_key: string | null;
  readonly authenticated: boolean;
  /** Null where the master has no members. */
  readonly count: number | null;
}

async function findAccount(id: string) {
  const { rows } = await pool.query<AccountRow>({ ...STATEMENTS.account, values: [id] });
  return rows[0] && accountOf(rows[0]);
}

async function membersOf(id: string, first: number) {
  const { rows } = await pool.query<AccountRow>({ ...STATEMENTS.members, values: [id, first + 1] });
  return pageOf(rows.map(accountOf), first);
}

function accountOf(row: AccountRow) {
  return {
    id: row.id,
    enterpriseName: row.enterprise_name,
    authenticationStatus: statusOf(row.snapshot_id !== null),
    authentication: row.snapshot_id && {
      id: row.snapshot_id,
      enterpriseName: row.enterprise_name,
      authenticatedAt: row.authenticated_at.toISOString(),
      certificate: { country: row.certificate_country, type: row.certificate_type, number: row.certificate_number },
    },
  };
}

async function preview(accountId: string, nameAfter: string) {
  const { after } = Rule.between("", nameAfter);
  const { rows } = await pool.query<CountRow>({ ...STATEMENTS.counts, values: [accountId, after] });
  const [master] = rows;
  if (master === undefined) return null;
  const rule = Rule.between(master.name_key, nameAfter);
  const breakdown = inOrder(rows.flatMap((row) => (row.count === null ? [] : countOf(row, rule))));
  const total = (counts: readonly SyncCount[]) => counts.reduce((sum, { count }) => sum + count, 0);
  return {
    nameBefore: master.enterprise_name,
    nameAfter,
    memberCount: total(breakdown),
    synchronizedCount: total(breakdown.filter(({ reason }) => reason !== "DIFFERENT_NAME")),
    breakdown,
    accountId,
    rule,
  };
}

function countOf({ member_key, authenticated, count }: CountRow, rule: Rule): SyncCount {
  const { reason } = rule.decide({ nameKey: member_key ?? "", authenticated });
  return { reason, statusBefore: statusOf(authenticated), count: count as number };
}

async function decisions(accountId: string, rule: Rule, first: number) {
  const { rows } = await pool.query({ ...STATEMENTS.page, values: [accountId, first + 1] });
  const nodes = rows.map(({ id, enterprise_name, name_key, authenticated }) => ({
    member: { id },
    nameBefore: enterprise_name,
    statusBefore: statusOf(authenticated),
    decision: rule.decide({ nameKey: name_key, authenticated }),
  }));
  return pageOf(nodes, first);
}

function pageOf<T>(rows: readonly T[], first: number) {
  return { nodes: rows.slice(0, first), pageInfo: { hasNextPage: rows.length > first } };
}

const server = fastify();
await server.register(mercurius, {
  schema: SCHEMA,
  jit: 1,
  resolvers: {
    Query: {
      enterpriseAccount: (_root, { id }) => findAccount(id),
      previewAuthentication: (_root, { input }) => preview(input.accountId, input.enterpriseName),
    },
    EnterpriseAccount: {
      members: ({ id }, { first }) => membersOf(id, first),
    },
    AuthenticationPreview: {
      members: ({ accountId, rule }, { first }) => decisions(accountId, rule, first),
    },
  },
});
await server.listen({ host: "127.0.0.1", port: 0 });
listensAt((server.server.address() as AddressInfo).port);
