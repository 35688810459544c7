import type { DataSource } from "typeorm";

/** The migrations that the database lacks, in their order; nothing is written to find out. */
export async function pendingMigrations(dataSource: DataSource): Promise<string[]> {
  const known = dataSource.migrations.map(({ name }) => name as string);
  const [{ exists }]: [{ exists: boolean }] = await dataSource.query(
    "SELECT to_regclass('migrations') IS NOT NULL AS exists",
  );
  if (!exists) return known;
  const run: { name: string }[] = await dataSource.query("SELECT name FROM migrations");
  const names = new Set(run.map(({ name }) => name));
  return known.filter((name) => !names.has(name));
}
