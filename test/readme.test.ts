import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { RunningService } from "./support/running-service.js";
import { createTestDatabase, type TestDatabase } from "./support/test-database.js";

let readme: string;

beforeAll(async () => {
  readme = await readFile("README.md", "utf8");
});

test("the README's table is the rule", async () => {
  const cases: Record<string, unknown>[] = JSON.parse(await readFile("cases/first-authentication.json", "utf8"));
  const expected = cases.map((row) => [
    `${row.row}`,
    `${row.nameBefore}, not authenticated`,
    `${row.memberName}, ${row.memberAuthenticated ? "authenticated" : "not authenticated"}`,
    row.nameAfter,
    row.synchronized ? "**yes**" : "no",
    `\`${row.reason}\``,
    row.tableCase === null ? "implied" : `case ${row.tableCase}`,
  ]);

  const rows = readme.match(/^\| \d+ \|.*$/gm)?.map((line) =>
    line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );

  expect(rows).toEqual(expected);
});

describe("what the README has to paste", () => {
  let database: TestDatabase;
  let service: RunningService;
  let answers: string[];

  beforeAll(async () => {
    database = await createTestDatabase();
    service = RunningService.spawn({ PORT: "0", DATABASE_URL: database.url, LOG_LEVEL: "silent" });
    const url = await service.listening();
    const section = readme.slice(readme.indexOf("## A first preview"), readme.indexOf("## Where to go on"));
    const blocks = [...section.matchAll(/```sh\n(.*?)```/gs)].map(([, block]) => block);
    // The last block is run again, as the text below it says.
    const script = [...blocks, blocks.at(-1)].join("\necho ----\n").replaceAll("http://127.0.0.1:4000/graphql", url);
    const { stdout } = await promisify(execFile)("sh", ["-c", script]);
    answers = stdout.split("----\n");
  });

  afterAll(async () => {
    service.signal("SIGTERM");
    await service.ended();
    await database.drop();
  });

  test("previews two of three members, by the name before and the name after", () => {
    const preview = JSON.parse(answers[1] as string).data.previewAuthentication;

    expect(preview).toMatchObject({ memberCount: 3, synchronizedCount: 2 });
    expect(preview.members.nodes.map((node: { decision: { reason: string } }) => node.decision.reason)).toEqual([
      "SAME_NAME_BEFORE",
      "SAME_NAME_AFTER",
      "DIFFERENT_NAME",
    ]);
  });

  test("commits it, and repeats the answer", () => {
    const [first, again] = answers.slice(2).map((answer) => JSON.parse(answer).data.commitAuthentication);

    expect(
      first.account.members.nodes.map((node: { authenticationOrigin: string }) => node.authenticationOrigin),
    ).toEqual(["SYNCHRONIZED", "SYNCHRONIZED", null]);
    expect(again).toEqual({ ...first, replayed: true });
  });
});
