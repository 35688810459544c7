import { readFile } from "node:fs/promises";
import { buildSchema } from "graphql";
import { answeredCodes } from "./answered-codes.js";
import { type Catalog, catalogOf } from "./catalog.js";
import { recordOn } from "./record.js";

/** Where the reference stands. */
export const REFERENCE_FILE = new URL("../api.md", import.meta.url);

const SCHEMA_FILE = new URL("../../src/graphql/schema.graphql", import.meta.url);

/** The schema, its codes and the examples. @param databaseUrl an empty, migrated database */
export async function catalogOn(databaseUrl: string): Promise<Catalog> {
  const schema = buildSchema(await readFile(SCHEMA_FILE, "utf8"));
  return catalogOf(schema, await answeredCodes(), await recordOn(databaseUrl));
}
