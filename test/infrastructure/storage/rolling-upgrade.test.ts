import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { DataSource } from "typeorm";
import { dataSourceFor, reach } from "../../../src/infrastructure/storage/data-source.js";
import { createTestDatabase, type TestDatabase } from "../../support/test-database.js";
import { type Recording, readRecording } from "./released/recording.js";

/*
 * While replicas are replaced one by one, those of the last release work on the schema of this one. What they run was
 * recorded by `npm run schema:release`, and has to answer as it did, before the new migrations, after them, and across.
 */

let recording: Recording;
let databases: TestDatabase[];

beforeAll(async () => {
  recording = await readRecording();
  databases = await Promise.all([1, 2, 3].map(() => createTestDatabase("template0")));
});

afterAll(() => Promise.all(databases.map((database) => database.drop())));

/** Runs what was recorded on a database of its own, whose schema becomes this release's before the statement of a number. */
async function replay(place: number, upgradedBefore: number): Promise<readonly unknown[]> {
  const dataSource = dataSourceFor((databases[place] as TestDatabase).url, { connections: 1 });
  await reach(dataSource);
  await migrateTo(dataSource, recording.migration);
  const answers: unknown[] = [];
  for (const [number, { text, values }] of recording.statements.entries()) {
    if (number === upgradedBefore) await migrateTo(dataSource, null);
    answers.push(await dataSource.query(text, [...values]));
  }
  await dataSource.destroy();
  return answers;
}

/** @param last the name of a migration; null for all there are */
async function migrateTo(dataSource: DataSource, last: string | null): Promise<void> {
  const all = [...dataSource.migrations];
  const end = last === null ? all.length : all.findIndex(({ name }) => name === last) + 1;
  dataSource.migrations.splice(0, all.length, ...all.slice(0, end));
  await dataSource.runMigrations();
  dataSource.migrations.splice(0, end, ...all);
}

/** Between two transactions, somewhere in the middle. */
function middle(): number {
  const ends = recording.statements.flatMap(({ text }, number) => (text === "COMMIT" ? [number + 1] : []));
  return ends[Math.floor(ends.length / 2)] as number;
}

describe("what the last release runs answers as it did", () => {
  test("on the schema of this release, and where that comes while it runs", async () => {
    const before = await replay(0, Number.POSITIVE_INFINITY);

    const after = await replay(1, 0);
    const across = await replay(2, middle());

    expect(after).toEqual(before);
    expect(across).toEqual(before);
    expect(before.length).toBeGreaterThan(100);
  });
});
