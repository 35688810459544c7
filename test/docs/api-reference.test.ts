import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { extendSchema, parse } from "graphql";
import { catalogOn, REFERENCE_FILE } from "../../docs/api/api-reference.js";
import type { Catalog } from "../../docs/api/catalog.js";
import { gapsIn } from "../../docs/api/gaps.js";
import { anchorOf } from "../../docs/api/reference/markdown.js";
import { referenceOf } from "../../docs/api/reference/reference.js";
import { withStandIns } from "../../docs/api/stand-ins.js";
import { aCertificate, CREDIT_CODES } from "../support/samples.js";
import { createTestDatabase, type TestDatabase } from "../support/test-database.js";

let database: TestDatabase;
let catalog: Catalog;
let reference: string;

beforeAll(async () => {
  database = await createTestDatabase();
  catalog = await catalogOn(database.url);
  reference = await readFile(REFERENCE_FILE, "utf8");
});

afterAll(() => database.drop());

describe("docs/api.md", () => {
  test("is what the service answers today: `npm run docs` writes it", () => {
    expect(referenceOf(catalog)).toBe(reference);
  });

  test("has an example of every operation, type, refusal, code and reason", () => {
    expect(gapsIn(catalog)).toEqual([]);
  });

  test("has no link that leads nowhere, and no two headings that a link could mean", () => {
    const anchors = [...reference.matchAll(/^#+ (.*)$/gm)].map(([, heading]) => anchorOf(heading as string));
    const links = [...reference.matchAll(/\]\(#(.*?)\)/g)].map(([, anchor]) => anchor as string);

    expect(links.filter((link) => !anchors.includes(link))).toEqual([]);
    expect(anchors.filter((anchor, index) => anchors.indexOf(anchor) !== index)).toEqual([]);
    expect(links.length).toBeGreaterThan(100);
  });

  test("names no enterprise that there is", () => {
    const numbers = [...reference.matchAll(/"number": "(.*?)"/g)].map(([, number]) => number);
    const masked = CREDIT_CODES.map((number) => aCertificate({ number }).maskedNumber);
    const synthetic: readonly unknown[] = [...CREDIT_CODES, ...masked, "91990000TT0000015K"];

    expect(numbers.filter((number) => !synthetic.includes(number))).toEqual([]);
    expect(numbers.length).toBeGreaterThan(0);
  });
});

test("what is on its way out is shown with its last day", () => {
  const reason = "Removed after 2027-06-30: use `new`.";
  const deprecated = `@deprecated(reason: "${reason}")`;
  const schema = extendSchema(
    catalog.schema,
    parse(`extend type PageInfo { old: Int ${deprecated} }
      extend input MemberFilter { old: Int ${deprecated} }
      extend enum AccountRole { OLD ${deprecated} }`),
  );

  const shown = referenceOf({ ...catalog, schema });

  expect(shown.split("\n").filter((line) => line.includes("Deprecated"))).toEqual([
    `| \`OLD\` | **Deprecated.** ${reason} |`,
    `| \`old\` | Int | **Deprecated.** ${reason} |`,
    `| \`old\` | Int | **Deprecated.** ${reason} |`,
  ]);
});

describe("what the reference lacks is named:", () => {
  const extended = (sdl: string) => ({ schema: extendSchema(catalog.schema, parse(sdl)) });

  test.each<[what: string, lacking: () => Partial<Catalog>, gaps: string[]]>([
    [
      "an operation",
      () => extended("extend type Query { ping: Int }"),
      ["ping stands in no chapter.", "ping has no example."],
    ],
    ["a type", () => extended("extend type PageInfo { size: Size } enum Size { LARGE }"), ["Size has no example."]],
    ["a refusal", () => extended("type Busy implements Refusal { message: String! }"), ["Busy has no example."]],
    [
      "a code",
      () => ({ answered: { ...catalog.answered, codes: [...catalog.answered.codes, "LOST"] } }),
      ["LOST has no example.", "LOST has no note of what to do."],
    ],
    [
      "a reason",
      () => ({ answered: { ...catalog.answered, reasons: [...catalog.answered.reasons, "NO_A"] } }),
      ["NO_A has no example."],
    ],
    [
      "a code that was answered and is not known",
      () => ({
        answered: { ...catalog.answered, codes: catalog.answered.codes.filter((code) => code !== "PREVIEW_STALE") },
      }),
      ["PREVIEW_STALE is answered, and no known code."],
    ],
  ])("%s", (_what, lacking, gaps) => {
    expect(gapsIn({ ...catalog, ...lacking() })).toEqual(gaps);
  });

  test("an example that is no more", () => {
    const examples = catalog.examples.filter(({ subject }) => subject.name !== "syncPolicy");

    expect(gapsIn({ ...catalog, examples })).toEqual([
      "syncPolicy has no example.",
      "SyncPolicy has no example.",
      "SyncPolicyRow has no example.",
    ]);
  });
});

test("what is random in an answer is shown as something fixed, and nothing else is", () => {
  const answer = (errorId: string) =>
    JSON.stringify({ errors: [{ message: "Lost.", extensions: { code: "INTERNAL_SERVER_ERROR", errorId } }] });

  const shown = withStandIns(answer("7f3b0f9e-5d0c-4c35-9f0d-3b6a1c9e2d11"));

  expect(shown).toBe(answer("00000000-0000-4000-8000-000000000000"));
});
