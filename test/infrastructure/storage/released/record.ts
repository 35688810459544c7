import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { EmbeddedPostgres } from "../../../../src/infrastructure/embedded-postgres/embedded-postgres.js";
import { COMMAND_BOUNDS } from "../../../../src/infrastructure/storage/bounds.js";
import { connect, dataSourceFor } from "../../../../src/infrastructure/storage/data-source.js";
import { TypeormStorage } from "../../../../src/infrastructure/storage/typeorm-storage.js";
import { Given } from "../../../support/given.js";
import { onOneLine, StatementCollector } from "../../../support/statement-collector.js";
import { writeRecording } from "./recording.js";
import { tellStory } from "./story.js";

/** A step of every release, by `npm run schema:release`: keeps what it runs, for the tests of the next one's migrations. */
const directory = await mkdtemp(join(tmpdir(), "namesake-release-"));
const postgres = await EmbeddedPostgres.start({ directory, durable: false });
const collector = new StatementCollector();
const dataSource = dataSourceFor(postgres.url, { logger: collector });
try {
  await connect(dataSource);
  const storage = new TypeormStorage(dataSource, { preparedStatements: true, bounds: COMMAND_BOUNDS });
  const statements = await collector.withValuesDuring(() => tellStory(new Given(storage)));
  await writeRecording({
    migration: dataSource.migrations.at(-1)?.name as string,
    statements: statements.map(({ text, values }) => ({ text: onOneLine(text), values })),
  });
} finally {
  await dataSource.destroy();
  await postgres.stop();
  await rm(directory, { recursive: true });
}
