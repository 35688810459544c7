import type { DataSource } from "typeorm";

/** Every object of a database's schema, as the catalogue describes it; without the table in which TypeORM keeps its migrations. */
export async function schemaOf(dataSource: DataSource): Promise<readonly string[]> {
  const objects: { object: string }[] = await dataSource.query(OBJECTS);
  return objects.map(({ object }) => object);
}

const OBJECTS = `
  WITH relations AS (
    SELECT oid, relname, relkind, relrowsecurity, reloptions FROM pg_class
    WHERE relnamespace = 'public'::regnamespace AND relname NOT LIKE 'migrations%' AND relname NOT LIKE 'PK_%'
  )
  SELECT concat_ws(' ', 'relation', relname, relkind, relrowsecurity, reloptions) AS object FROM relations
  UNION ALL
  SELECT concat_ws(' ', 'policy', relname, polname, polcmd, pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid))
  FROM relations JOIN pg_policy ON polrelid = relations.oid
  UNION ALL
  SELECT concat_ws(' ', 'column', relname, attnum, attname, format_type(atttypid, atttypmod),
    CASE WHEN attnotnull THEN 'NOT NULL' END, collname, pg_get_expr(adbin, adrelid))
  FROM relations
  JOIN pg_attribute ON attrelid = relations.oid AND attnum > 0 AND NOT attisdropped
  LEFT JOIN pg_attrdef ON adrelid = relations.oid AND adnum = attnum
  LEFT JOIN pg_collation ON pg_collation.oid = attcollation
  UNION ALL
  SELECT concat_ws(' ', 'constraint', relname, conname, pg_get_constraintdef(pg_constraint.oid))
  FROM relations JOIN pg_constraint ON conrelid = relations.oid
  UNION ALL
  SELECT concat_ws(' ', 'index', pg_get_indexdef(oid)) FROM relations WHERE relkind = 'i'
  UNION ALL
  SELECT concat_ws(' ', 'view', relname, pg_get_viewdef(oid)) FROM relations WHERE relkind = 'v'
  UNION ALL
  SELECT concat_ws(' ', 'function', pg_get_functiondef(oid)) FROM pg_proc WHERE pronamespace = 'public'::regnamespace
  UNION ALL
  SELECT concat_ws(' ', 'trigger', pg_get_triggerdef(pg_trigger.oid))
  FROM relations JOIN pg_trigger ON tgrelid = relations.oid WHERE NOT tgisinternal
  UNION ALL
  SELECT concat_ws(' ', 'type', typname) FROM pg_type
  WHERE typnamespace = 'public'::regnamespace AND typtype NOT IN ('c', 'b')
  ORDER BY object`;
