import { readFile } from "node:fs/promises";
import { expect, test } from "@jest/globals";

test("each direct dependency is listed with its reason", async () => {
  const { dependencies, devDependencies } = JSON.parse(await readFile("package.json", "utf8"));
  const direct = Object.keys({ ...dependencies, ...devDependencies }).filter((name) => !name.startsWith("@types/"));
  const listed = await readFile("docs/dependencies.md", "utf8");

  const rows = [...listed.matchAll(/^\| `([^`*]+)` \| \S.* \|$/gm)].map(([, name]) => name);

  expect(rows.sort()).toEqual(direct.sort());
});
