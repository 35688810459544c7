import { stat } from "node:fs/promises";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { type CommandDatabase, openCommandDatabase } from "../support/command-database.js";
import { CREDIT_CODES } from "../support/samples.js";

let database: CommandDatabase;

beforeAll(async () => {
  database = await openCommandDatabase();
});

afterAll(() => database.close());

beforeEach(() => database.empty());

const HEADER = "reference,enterprise_name,master_reference";
const GROUP = `${HEADER}\nG,Acme Group,\nm1,Acme Ltd,G\nm2,Beta Ltd,G\n`;
const IMPORTED = ["G Acme Group", "m1 Acme Ltd", "m2 Beta Ltd"];

/** Runs an import of a text on standard input. */
const imported = async (input: string | Buffer, ...parameters: string[]) => {
  const { out, ...outcome } = await database.run(["import", "-", "--json", ...parameters], { input });
  return { ...outcome, out, result: out === "" ? null : JSON.parse(out) };
};

describe("importing a file", () => {
  test("adds its accounts, says so in one line, and shows no progress in a pipe", async () => {
    const file = await database.write("group.csv", GROUP);

    const outcome = await database.run(["import", file]);

    expect(outcome).toMatchObject({ code: 0, out: "3 lines: 3 added, 0 present before.\n", err: "" });
    expect(await database.accounts()).toEqual(IMPORTED);
  });

  test("a second time adds nothing", async () => {
    await imported(GROUP);

    const { code, result } = await imported(`${GROUP}m3,Gamma Ltd,G\n`);

    expect({ code, result }).toMatchObject({ code: 0, result: { read: 4, added: 1, present: 3, bad: 0 } });
    expect(await database.accounts()).toEqual([...IMPORTED, "m3 Gamma Ltd"]);
  });

  test("to one master takes members alone", async () => {
    await imported(GROUP);

    const { code } = await imported("enterprise_name\nGamma Ltd\n", "--master", await database.masterId("G"));

    expect(code).toBe(0);
    expect(await database.accounts()).toEqual([...IMPORTED, "null Gamma Ltd"]);
  });

  test("rehearsed writes nothing, and knows the masters of earlier batches", async () => {
    const { code, result } = await imported(GROUP, "--dry-run", "--batch-size", "1");

    expect({ code, result }).toMatchObject({ code: 0, result: { added: 3, bad: 0, dryRun: true } });
    expect(await database.accounts()).toEqual([]);
  });

  test("authenticates accounts that have a certificate", async () => {
    const certificate = `CN,BUSINESS_LICENSE,${CREDIT_CODES[0]},2025-03-01T08:00:00Z`;

    await imported(
      `reference,enterprise_name,certificate_country,certificate_type,certificate_number,authenticated_at\nG,Acme Group,${certificate}\n`,
    );

    expect(await database.accounts()).toEqual(["G Acme Group authenticated"]);
  });
});

describe("what a file may look like", () => {
  const jsonLine = (line: object) => `${JSON.stringify(line)}\n`;

  test.each<[string, string, string[], string[]]>([
    ["with a mark of its encoding", `\uFEFF${GROUP}`, IMPORTED, []],
    ["with CR LF", GROUP.replaceAll("\n", "\r\n"), IMPORTED, []],
    ["without a last line break", GROUP.trim(), IMPORTED, []],
    ["with empty lines", GROUP.replaceAll("\n", "\n\n"), IMPORTED, []],
    ["with commas and quotes within quotes", `${HEADER}\nG,"Acme, ""the"" Group",\n`, ['G Acme, "the" Group'], []],
    ["with a line break within quotes", `${HEADER}\nG,"Acme\r\nGroup",\n`, ["G Acme Group"], []],
    ["with columns in another order", "enterprise_name,reference\nAcme Group,G\n", ["G Acme Group"], []],
    [
      "with the columns of an export",
      "id,role,reference,enterprise_name,authentication_status,authentication_origin,created_at\nx,MASTER,G,Acme Group,,,\n",
      ["G Acme Group"],
      [],
    ],
    ["with a name that begins like a formula", `${HEADER}\nG,=Acme,\n`, ["G =Acme"], []],
    [
      "JSON Lines",
      jsonLine({ reference: "G", enterprise_name: "Acme\u2028Group", master_reference: null }) +
        jsonLine({ reference: "m1", enterprise_name: "Acme Ltd", master_reference: "G" }),
      ["G Acme Group", "m1 Acme Ltd"],
      ["--format", "jsonl"],
    ],
    [
      "JSON Lines with CR LF, a mark and empty lines",
      `\uFEFF${jsonLine({ reference: "G", enterprise_name: "Acme Group" })}\r\n\r\n`,
      ["G Acme Group"],
      ["--format", "jsonl"],
    ],
    ["JSON Lines without any", "", [], ["--format", "jsonl"]],
    ["a header alone", `${HEADER}\n`, [], []],
  ])("%s", async (_, input, accounts, parameters) => {
    const { code, err } = await imported(input, ...parameters);

    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(await database.accounts()).toEqual(accounts);
  });

  test.each([
    ["empty", "", "The file is empty"],
    ["with a column that there is not", "enterprise_name,phone\nAcme,1\n", '"phone"'],
    ["with a column twice", "enterprise_name,reference,reference\n", '"reference" twice'],
    ["without names", "reference\nG\n", "enterprise_name"],
    ["of another encoding", Buffer.from([0xb1, 0xb1, 0x0a]), "UTF-8"],
  ])("but not %s", async (_, input, message) => {
    const { code, err, out } = await imported(input);

    expect({ code, out }).toEqual({ code: 3, out: "" });
    expect(JSON.parse(err).error).toMatchObject({ code: "UNREADABLE", message: expect.stringContaining(message) });
  });
});

describe("bad lines", () => {
  test.each([
    ["a field too many", `${HEADER}\nG,Acme Group,,x\n`, [2]],
    ["a name that is none, after a name of two lines", `${HEADER}\n"G","Acme\r\nGroup",\n\nm1,123,G\n`, [5]],
    ["a quote within a field", `${HEADER}\nG,Acme "the" Group,\nH,Good,\n`, [2]],
    ["text behind a quote, and all that follows", `${HEADER}\nG,Good,\n\nH,"Acme" Group,\nI,Good,\n`, [4]],
    ["a quote that is never closed", `${HEADER}\nG,"Acme Group,\nH,Good,\n`, [2]],
    [
      "bytes that are no UTF-8",
      Buffer.concat([Buffer.from(`${HEADER}\nG,`), Buffer.from([0xb1, 0xa9, 0x2c, 0x0a])]),
      [2],
    ],
  ])("of CSV: %s", async (_, input, numbers) => {
    const { code, err } = await imported(input);

    expect(code).toBe(3);
    expect(linesOf(err).map(({ line }) => line)).toEqual(numbers);
    expect(await database.accounts()).toEqual([]);
  });

  test.each([
    ["no JSON", "{"],
    ["no object", "[]"],
    ["null", "null"],
    ["a number for a text", '{"enterprise_name": 1}'],
    ["a column that there is not", '{"enterprise_name": "Acme", "phone": "1"}'],
    ["too long", `{"enterprise_name": "${"A".repeat(1 << 20)}"}`],
  ])("of JSON Lines: %s", async (_, line) => {
    const { code, err } = await imported(`{"enterprise_name":"Good"}\n${line}\n`, "--format", "jsonl");

    expect(code).toBe(3);
    expect(linesOf(err)).toMatchObject([{ line: 2, reason: "UNREADABLE" }]);
    expect(await database.accounts()).toEqual([]);
  });

  const SOME_BAD = `${HEADER}\nG,Acme Group,\nm1,123,G\nm2,Beta Ltd,G\nm3,Gamma Ltd,G\n`;

  test("keep their batch from being written, and no other", async () => {
    const { code, out, err } = await database.run(["import", "-", "--batch-size", "2"], { input: SOME_BAD });

    expect(code).toBe(3);
    expect(out).toMatch(
      /^4 lines: 0 added, 0 present before, 3 bad, 1 held back, since their batch has bad lines\.\n$/,
    );
    expect(err).toContain("line 3: INVALID_ENTERPRISE_NAME: ");
    expect(err).toContain("line 4: MASTER_UNKNOWN: ");
  });

  test("are left out where they are to be skipped", async () => {
    const { code, result } = await imported(SOME_BAD, "--skip-bad-lines");

    expect({ code, result }).toMatchObject({ code: 3, result: { added: 3, bad: 1, heldBack: 0 } });
    expect(await database.accounts()).toEqual(["G Acme Group", "m2 Beta Ltd", "m3 Gamma Ltd"]);
  });

  test.each(["csv", "jsonl"])("are reported to a .%s file that only its owner reads", async (extension) => {
    const errors = database.path(`errors.${extension}`);

    const { code, err } = await imported(SOME_BAD, "--errors", errors);

    expect({ code, err }).toEqual({ code: 3, err: "" });
    const text = await database.read(`errors.${extension}`);
    expect(text.trim().split("\n").at(-1)).toMatch(/^(3,|\{"line":3,"reason":")INVALID_ENTERPRISE_NAME/);
    expect((await stat(errors)).mode & 0o777).toBe(0o600);
  });

  test("are shown up to twenty", async () => {
    const { err } = await database.run(["import", "-"], { input: `${HEADER}\n${"m,1,\n".repeat(30)}` });

    expect(err.trim().split("\n")).toHaveLength(21);
    expect(err).toContain("and 10 more");
  });
});

describe("an import that cannot be", () => {
  test.each([
    ["of no file", ["import"], 2, "file"],
    ["of a file that is not there", ["import", "/nowhere.csv"], 2, "/nowhere.csv cannot be read (ENOENT)."],
    ["of a folder", ["import", "/tmp"], 2, "EISDIR"],
    ["in no batches", ["import", "-", "--batch-size", "0"], 2, "1 to 10000"],
    ["in another format", ["import", "-", "--format", "xml"], 2, "csv, jsonl"],
    ["with errors to nowhere", ["import", "-", "--errors", "/nowhere/errors.csv"], 2, "ENOENT"],
  ])("%s", async (_, parameters, code, message) => {
    const outcome = await database.run(parameters);

    expect(outcome).toMatchObject({ code, out: "" });
    expect(outcome.err).toContain(message);
    expect(outcome.err.trim().split("\n")).toHaveLength(1);
  });

  test("to nobody", async () => {
    const { code, err } = await imported("enterprise_name\nAcme\n", "--master", "nobody");

    expect(code).toBe(3);
    expect(JSON.parse(err)).toEqual({
      error: { code: "AccountNotFound", message: 'There is no account with the id "nobody".' },
    });
  });
});

function linesOf(text: string): { line: number; reason: string }[] {
  return text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
}
