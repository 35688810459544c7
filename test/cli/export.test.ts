import { existsSync } from "node:fs";
import { stat } from "node:fs/promises";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { type CommandDatabase, openCommandDatabase } from "../support/command-database.js";
import { CREDIT_CODES } from "../support/samples.js";

let database: CommandDatabase;
let master: string;

const GROUP = `reference,enterprise_name,master_reference,certificate_country,certificate_type,certificate_number,authenticated_at
G,"Acme, ""the"" Group",,CN,BUSINESS_LICENSE,${CREDIT_CODES[0]},2025-03-01T08:00:00.000Z
m1,=Acme Ltd,G,,,,
m2,北京示例（集团）有限公司,G,CN,BUSINESS_LICENSE,${CREDIT_CODES[1]},2025-03-02T08:00:00.123Z
${Array.from({ length: 2_000 }, (_, index) => `n${index},Acme ${index},G,,,,\n`).join("")}`;

beforeAll(async () => {
  database = await openCommandDatabase();
});

afterAll(() => database.close());

beforeEach(async () => {
  await database.empty();
  await database.run(["import", "-"], { input: GROUP });
  master = await database.masterId("G");
});

describe("exporting a group", () => {
  test.each(["csv", "jsonl"])(
    "to a .%s file, importing it elsewhere, and exporting that again gives the same",
    async (extension) => {
      const [first, second] = [database.path(`first.${extension}`), database.path(`second.${extension}`)];

      const exported = await database.run(["export", first, "--master", master, "--with-certificates", "--json"]);
      await database.empty();
      const imported = await database.run(["import", first, "--json"]);
      await database.run(["export", second, "--master", await database.masterId("G"), "--with-certificates"]);

      expect(JSON.parse(exported.out)).toEqual({ accounts: 2_003, file: first });
      expect(JSON.parse(imported.out)).toMatchObject({ added: 2_003, bad: 0 });
      const [one, other] = [await database.read(`first.${extension}`), await database.read(`second.${extension}`)];
      expect(withoutIdsAndAges(other)).toBe(withoutIdsAndAges(one));
      expect(one).toContain("2025-03-02T08:00:00.123Z");
      expect((await stat(first)).mode & 0o777).toBe(0o600);
    },
  );

  test("to standard output writes the accounts alone: the master first, then members as they joined", async () => {
    const { code, out, err } = await database.run(["export", "--master", master]);

    expect({ code, err }).toEqual({ code: 0, err: "" });
    const [header, first, second, ...others] = out.trim().split("\n");
    expect(header).toMatch(/^id,role,reference,enterprise_name,master_reference,/);
    expect(first).toContain(`${master},MASTER,G,"Acme, ""the"" Group",,AUTHENTICATED,OWN,CN,BUSINESS_LICENSE,,`);
    expect(second).toContain(",MEMBER,m1,=Acme Ltd,G,NOT_AUTHENTICATED,");
    expect(others).toHaveLength(2_001);
    expect(out).not.toContain(CREDIT_CODES[0]);
  });

  test("without certificate numbers makes a file whose authentications cannot be imported unnoticed", async () => {
    const { out } = await database.run(["export", "--master", master]);
    await database.empty();

    const { code, err } = await database.run(["import", "-", "--skip-bad-lines"], { input: out });

    expect(code).toBe(3);
    expect(err).toContain("line 2: INCOMPLETE_CERTIFICATE");
  });

  test("for a spreadsheet lets it take no name for a formula", async () => {
    const { out } = await database.run(["export", "--master", master, "--for-spreadsheet"]);

    expect(out.startsWith("\uFEFFid,")).toBe(true);
    expect(out).toContain(",m1,'=Acme Ltd,");
  });

  test("shows a synchronized member as it is", async () => {
    await database.empty();
    await database.run(["import", "-"], { input: "reference,enterprise_name,master_reference\nG,Acme,\nm,Acme,G\n" });
    const id = await database.masterId("G");
    const authentication = ["--name", "Beta", "--certificate-country", "CN", "--certificate-type", "BUSINESS_LICENSE"];
    await database.run(["commit", id, ...authentication, "--yes"], {
      env: { NAMESAKE_CERTIFICATE_NUMBER: CREDIT_CODES[0] },
    });

    const { out } = await database.run(["export", "--master", id, "--format", "jsonl"]);

    const members = out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line))
      .slice(1);
    expect(members).toMatchObject([{ enterprise_name: "Beta", authentication_origin: "SYNCHRONIZED" }]);
  });

  test("ends quietly where its reader goes away", async () => {
    const command = database.start(["export", "--master", master]);
    command.process.stdout?.once("data", () => command.process.stdout?.destroy());

    const { code, err } = await command.outcome;

    expect({ code, err }).toEqual({ code: 0, err: "" });
  });

  test.each([
    ["of nobody", () => ["--master", "nobody"], 3, "no account"],
    ["of no master", () => [], 2, "--master"],
    ["to a folder that is not there", () => ["/nowhere/group.csv", "--master", master], 2, "ENOENT"],
    ["to standard output for a program", () => ["--json", "--master", master], 2, "--json"],
  ])("%s is refused in one line", async (_, parameters, code, message) => {
    const outcome = await database.run(["export", ...parameters()]);

    expect(outcome).toMatchObject({ code, out: "" });
    expect(outcome.err).toContain(message);
    expect(outcome.err.trim().split("\n")).toHaveLength(1);
  });

  test("that is refused leaves no file", async () => {
    await database.run(["export", database.path("none.csv"), "--master", "nobody"]);

    expect(existsSync(database.path("none.csv"))).toBe(false);
  });
});

function withoutIdsAndAges(text: string): string {
  return text
    .replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f-]{21}/g, "ID")
    .replaceAll(/,[^,\n]*$|"created_at":"[^"]*"/gm, "");
}
