import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { EmbeddedPostgres } from "../../src/infrastructure/embedded-postgres/embedded-postgres.js";
import { connect, dataSourceFor } from "../../src/infrastructure/storage/data-source.js";
import { catalogOn, REFERENCE_FILE } from "./api-reference.js";
import { gapsIn } from "./gaps.js";
import { referenceOf } from "./reference/reference.js";

/** `npm run docs` writes docs/api.md, and fails where something has no example. */
const directory = await mkdtemp(join(tmpdir(), "namesake-docs-"));
const postgres = await EmbeddedPostgres.start({ directory, durable: false });
try {
  const dataSource = dataSourceFor(postgres.url);
  await connect(dataSource);
  await dataSource.destroy();
  const catalog = await catalogOn(postgres.url);
  await writeFile(REFERENCE_FILE, referenceOf(catalog));
  for (const gap of gapsIn(catalog)) {
    process.stderr.write(`${gap}\n`);
    process.exitCode = 1;
  }
} finally {
  await postgres.stop();
  await rm(directory, { recursive: true });
}
