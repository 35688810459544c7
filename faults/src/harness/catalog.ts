import { connectTo } from "./postgres.js";

/** What there is in a schema, in PostgreSQL's own words, without anything that depends on when it was made. */
const CATALOG = `
  SELECT 'column' AS kind, attrelid::regclass || '.' || attname AS name,
    concat_ws(' ', format_type(atttypid, atttypmod), attnotnull, attcollation::regcollation, pg_get_expr(adbin, adrelid)) AS definition
  FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid AND relnamespace = 'public'::regnamespace
  LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
  WHERE attnum > 0 AND NOT attisdropped
  UNION ALL
  SELECT 'relation', oid::regclass::text, concat_ws(' ', relkind, relrowsecurity, relforcerowsecurity, reloptions, relacl)
  FROM pg_class WHERE relnamespace = 'public'::regnamespace
  UNION ALL
  SELECT 'constraint', conrelid::regclass || '.' || conname, pg_get_constraintdef(oid)
  FROM pg_constraint WHERE connamespace = 'public'::regnamespace
  UNION ALL
  SELECT 'index', indexrelid::regclass::text, pg_get_indexdef(indexrelid)
  FROM pg_index JOIN pg_class ON oid = indexrelid WHERE relnamespace = 'public'::regnamespace
  UNION ALL
  SELECT 'view', oid::regclass::text, pg_get_viewdef(oid)
  FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'v'
  UNION ALL
  SELECT 'policy', tablename || '.' || policyname, concat_ws(' ', permissive, roles, cmd, qual, with_check)
  FROM pg_policies
  UNION ALL
  SELECT 'routine', oid::regprocedure::text, pg_get_functiondef(oid)
  FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND prokind IN ('f', 'p')
  UNION ALL
  SELECT 'migration', name, NULL FROM migrations`;

/** All that the schema of a database holds; the same text for the same schema. A migration that ran twice stands there twice. */
export async function readCatalog(databaseUrl: string): Promise<string> {
  const client = await connectTo(databaseUrl);
  try {
    const { rows } = await client.query(`SELECT * FROM (${CATALOG}) AS catalog ORDER BY kind, name, definition`);
    return rows.map((row) => JSON.stringify(row)).join("\n");
  } finally {
    await client.end();
  }
}
