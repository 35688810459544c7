import type { Client } from "pg";

/** How many bytes the server adds to its write-ahead log during some work. Nobody else is to be at work. */
export async function walBytesDuring(client: Client, work: () => Promise<unknown>): Promise<number> {
  const start = await position(client);
  await work();
  const { rows } = await client.query("SELECT pg_wal_lsn_diff(pg_current_wal_insert_lsn(), $1)::float8 AS bytes", [
    start,
  ]);
  return rows[0].bytes;
}

async function position(client: Client): Promise<string> {
  const { rows } = await client.query("SELECT pg_current_wal_insert_lsn()::text AS position");
  return rows[0].position;
}
