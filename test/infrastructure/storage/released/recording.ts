import { readFile, writeFile } from "node:fs/promises";
import type { RunStatement } from "../../../support/statement-collector.js";

/** What a release runs on its database, in the order in which it does. */
export interface Recording {
  /** The last migration that the release knows. */
  readonly migration: string;
  readonly statements: readonly RunStatement[];
}

const FILE = new URL("recording.json", import.meta.url);

export async function readRecording(): Promise<Recording> {
  return JSON.parse(await readFile(FILE, "utf8"));
}

/** A statement a line, so that a new release shows which of them are others. */
export async function writeRecording({ migration, statements }: Recording): Promise<void> {
  const lines = statements.map((statement) => JSON.stringify(statement)).join(",\n");
  await writeFile(FILE, `{ "migration": ${JSON.stringify(migration)}, "statements": [\n${lines}\n] }\n`);
}
