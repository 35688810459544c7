import pg from "pg";

const STORED = [
  "account_groups",
  "enterprise_accounts",
  "authentication_snapshots",
  "authentication_history",
  "synchronizations",
  "idempotency_keys",
  "current_accounts",
  "account_histories",
  "synchronized_members",
  "migrations",
];

/** What a database holds and what follows from it: a digest of the rows of each table and view, whatever their order. */
export async function stateDigest(databaseUrl: string): Promise<Readonly<Record<string, string>>> {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  const digests: Record<string, string> = {};
  for (const table of STORED) {
    const { rows } = await client.query(
      `SELECT count(*) || ' ' || coalesce(md5(string_agg(row::text, E'\\n' ORDER BY row::text)), '') AS digest
      FROM ${table} AS row`,
    );
    digests[table] = rows[0].digest;
  }
  await client.end();
  return digests;
}
