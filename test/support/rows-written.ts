import type { DataSource } from "typeorm";

/** What `work` answers, and how many rows of each table it inserts or updates; a table that it leaves alone is left out. */
export async function rowsWrittenBy<T>(
  dataSource: DataSource,
  work: () => Promise<T>,
): Promise<{ answer: T; written: Record<string, number> }> {
  const [{ before }] = await dataSource.query("SELECT pg_current_xact_id()::text AS before");
  const answer = await work();
  const tables: { name: string }[] = await dataSource.query(
    "SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' ORDER BY relname",
  );
  const written: Record<string, number> = {};
  for (const { name } of tables) {
    const [{ count }] = await dataSource.query(
      `SELECT count(*)::integer AS count FROM ${name} WHERE xmin::text::bigint > $1::bigint`,
      [before],
    );
    if (count > 0) written[name] = count;
  }
  return { answer, written };
}
