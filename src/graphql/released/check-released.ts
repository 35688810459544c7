import { copyFile, readFile } from "node:fs/promises";
import { buildSchema, type GraphQLSchema } from "graphql";
import { compareWithReleased } from "./compare-with-released.js";

/**
 * `npm run schema:check` fails where schema.graphql breaks what the last release promised; with `--release`, as
 * `npm run schema:release` runs it, what it lets pass becomes the promise.
 */
const current = new URL("../schema.graphql", import.meta.url);
const released = new URL("released.graphql", import.meta.url);

const today = new Date().toISOString().slice(0, 10);
const { faults, notices } = compareWithReleased(await schemaIn(released), await schemaIn(current), today);

for (const notice of notices) process.stderr.write(`notice: ${notice}\n`);
for (const fault of faults) process.stderr.write(`fault: ${fault}\n`);
if (faults.length > 0) process.exitCode = 1;
else if (process.argv.includes("--release")) await copyFile(current, released);

async function schemaIn(file: URL): Promise<GraphQLSchema> {
  return buildSchema(await readFile(file, "utf8"));
}
