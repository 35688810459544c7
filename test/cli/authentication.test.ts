import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { type CommandDatabase, openCommandDatabase } from "../support/command-database.js";
import { CREDIT_CODES } from "../support/samples.js";

let database: CommandDatabase;
let master: string;

beforeAll(async () => {
  database = await openCommandDatabase();
});

afterAll(() => database.close());

beforeEach(async () => {
  await database.empty();
  const group = "G,北京示例,\nm1,北京示例,G\nm2,示例控股有限公司,G\nm3,上海另一家,G\n";
  await database.run(["import", "-"], { input: `reference,enterprise_name,master_reference\n${group}` });
  master = await database.masterId("G");
});

const AS_BETA = ["--name", "示例控股有限公司"];
const CERTIFICATE = ["--certificate-country", "CN", "--certificate-type", "BUSINESS_LICENSE"];
const NUMBER = { env: { NAMESAKE_CERTIFICATE_NUMBER: CREDIT_CODES[0] } };

describe("previewing", () => {
  test("shows counts, the first decisions and the token, and changes nothing", async () => {
    const { code, out, err } = await database.run(["preview", master, ...AS_BETA, "--first", "2"]);

    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toContain("2 of 3 members would be synchronized.");
    expect(out).toMatch(/│ yes +│ SAME_NAME_AFTER +│ NOT_AUTHENTICATED │ 1 +│/);
    expect(out).toMatch(/│ m2 +│ 示例控股有限公司 │ yes +│ SAME_NAME_AFTER +│ GRANT +│/);
    expect(out).not.toContain("m3");
    expect(out).toMatch(/Preview token: [\w-]+\n$/);
    expect(await database.accounts()).not.toContainEqual(expect.stringContaining("authenticated"));
  });

  test("answers programs with one JSON object", async () => {
    const { out } = await database.run(["preview", master, ...AS_BETA, "--json"]);

    expect(JSON.parse(out)).toMatchObject({
      accountId: master,
      nameBefore: "北京示例",
      nameAfter: "示例控股有限公司",
      memberCount: 3,
      synchronizedCount: 2,
      breakdown: [
        { reason: "SAME_NAME_BEFORE", count: 1 },
        { reason: "SAME_NAME_AFTER" },
        { reason: "DIFFERENT_NAME" },
      ],
      members: [{ reference: "m1", synchronized: true, effect: "GRANT", tableCase: 2 }, {}, { synchronized: false }],
      previewToken: expect.stringMatching(/^[\w-]+$/),
    });
  });
});

describe("committing", () => {
  test("authenticates the account and its members as they were previewed", async () => {
    const preview = await database.run(["preview", master, ...AS_BETA, "--json"]);
    const { previewToken } = JSON.parse(preview.out);

    const { code, out, err } = await database.run(
      ["commit", master, ...AS_BETA, ...CERTIFICATE, "--preview-token", previewToken, "--yes", "--json"],
      NUMBER,
    );

    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(JSON.parse(out)).toMatchObject({ accountId: master, synchronizedCount: 2, replayed: false });
    expect(await database.accounts()).toEqual([
      "G 示例控股有限公司 authenticated",
      "m1 示例控股有限公司 authenticated",
      "m2 示例控股有限公司 authenticated",
      "m3 上海另一家",
    ]);
  });

  test("takes the certificate's number from standard input", async () => {
    const parameters = ["commit", master, ...AS_BETA, ...CERTIFICATE, "--certificate-number", "-", "--yes"];

    const { code, out } = await database.run(parameters, { input: `${CREDIT_CODES[0]}\n` });

    expect(code).toBe(0);
    expect(out).toContain("2 members are synchronized.");
  });

  test("again with the same idempotency key changes nothing", async () => {
    const parameters = ["commit", master, ...AS_BETA, ...CERTIFICATE, "--idempotency-key", "k", "--yes", "--json"];
    await database.run(parameters, NUMBER);

    const { code, out } = await database.run(parameters, NUMBER);

    expect({ code, replayed: JSON.parse(out).replayed }).toEqual({ code: 0, replayed: true });
  });

  test.each([
    ["after the group has changed", "PreviewStale"],
    ["a second time", "AlreadyAuthenticated"],
  ])("is refused %s", async (_, code) => {
    const commit = ["commit", master, ...AS_BETA, ...CERTIFICATE, "--yes", "--json"];
    const preview = await database.run(["preview", master, ...AS_BETA, "--json"]);
    if (code === "PreviewStale") {
      await database.run(["import", "-", "--master", master], { input: "enterprise_name\nAcme\n" });
      commit.push("--preview-token", JSON.parse(preview.out).previewToken);
    } else {
      await database.run(commit, NUMBER);
    }

    const outcome = await database.run(commit, NUMBER);

    expect(outcome).toMatchObject({ code: 3, out: "" });
    expect(JSON.parse(outcome.err).error.code).toBe(code);
  });
});

describe("an authentication that cannot be", () => {
  test.each([
    ["of nobody", ["preview", "nobody", ...AS_BETA], 3, "no account"],
    ["without a name", ["preview", "x"], 2, "--name"],
    ["under a name that is none", ["preview", "x", "--name", "1"], 2, "digits"],
    ["with half a certificate", ["preview", "x", ...AS_BETA, "--certificate-country", "CN"], 2, "give both"],
    ["with a number that is none", ["preview", "x", ...AS_BETA, ...CERTIFICATE, "--certificate-number", "1"], 2, "18"],
    ["with a number that nobody gives", ["preview", "x", ...AS_BETA, ...CERTIFICATE], 2, "NAMESAKE_CERTIFICATE_NUMBER"],
    ["that nobody confirms", ["commit", "x", ...AS_BETA, ...CERTIFICATE], 2, "--yes"],
    ["without its certificate", ["commit", "x", ...AS_BETA, "--yes"], 2, "--certificate-country"],
    [
      "with a token that is none",
      ["commit", "x", ...AS_BETA, ...CERTIFICATE, "--yes", "--preview-token", "x"],
      2,
      "token",
    ],
    [
      "with a key that is none",
      ["commit", "x", ...AS_BETA, ...CERTIFICATE, "--yes", "--idempotency-key", ""],
      2,
      "key",
    ],
  ])("%s", async (_, parameters, code, message) => {
    const outcome = await database.run(parameters);

    expect(outcome).toMatchObject({ code, out: "" });
    expect(outcome.err).toContain(message);
    expect(outcome.err.trim().split("\n")).toHaveLength(1);
  });
});
