import { readFile, writeFile } from "node:fs/promises";
import { lexicographicSortSchema, printSchema } from "graphql";
import { schemaOf } from "./schema.js";

/** `npm run schema` writes schema.graphql; with `--check` it fails where the file is not what the code says. */
const file = new URL("schema.graphql", import.meta.url);
const printed = `${printSchema(lexicographicSortSchema(schemaOf()))}\n`;

if (!process.argv.includes("--check")) {
  await writeFile(file, printed);
} else if ((await readFile(file, "utf8")) !== printed) {
  process.stderr.write("src/graphql/schema.graphql is not current: run `npm run schema`.\n");
  process.exitCode = 1;
}
