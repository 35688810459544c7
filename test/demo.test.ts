import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { RunningService } from "./support/running-service.js";

const CASES = "cases/first-authentication.json";

test("the demo plays every row of the table, and all agree", async () => {
  const rows: unknown[] = JSON.parse(await readFile(CASES, "utf8"));

  const demo = RunningService.spawn({}, "dist/src/demo/demo.js");

  expect(await demo.ended()).toBe(0);
  const [, ...lines] = demo.out.trim().split("\n");
  expect(lines).toHaveLength(rows.length);
  for (const line of lines) expect(line).toMatch(/ yes$/);
});

test("the demo fails where a row says what is not so", async () => {
  const directory = await mkdtemp(join(tmpdir(), "namesake-demo-test-"));
  const altered = join(directory, "altered.json");
  const [first, ...rest] = JSON.parse(await readFile(CASES, "utf8"));
  await writeFile(altered, JSON.stringify([{ ...first, synchronized: false, reason: "DIFFERENT_NAME" }, ...rest]));

  const demo = RunningService.spawn({}, "dist/src/demo/demo.js", altered);

  expect(await demo.ended()).toBe(1);
  expect(demo.out.split("\n")[1]).toMatch(/ NO$/);
  await rm(directory, { recursive: true });
});
