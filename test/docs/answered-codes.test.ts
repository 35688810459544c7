import { describe, expect, test } from "@jest/globals";
import { answeredCodes, codesIn, reasonsIn } from "../../docs/api/answered-codes.js";

const file = "module.ts";

describe("the reasons of malformed input are read", () => {
  test.each<[what: string, text: string, reasons: string[]]>([
    ["from a class", 'export class A extends DomainError {\n  readonly code = "NO_A";\n}', ["NO_A"]],
    ["where they are given", 'throw new BadUserInput(["ids"], "Too many.", "NO_B");', ["NO_B"]],
    [
      "where they are given on several lines",
      'throw new BadUserInput(path, `No "C".`, "NO_C", {\n  status: 400,\n});',
      ["NO_C"],
    ],
    ["not where they are an error's", "throw new BadUserInput(path, error.message, error.code);", []],
    ["from no other class", 'class A extends Error {\n  readonly code = "NO_D";\n}', []],
  ])("%s", (_what, text, reasons) => {
    expect(reasonsIn({ file, text })).toEqual(reasons);
  });

  test.each([
    ["a class that makes its code up", "class A extends DomainError {\n  readonly code = codeOf(this);\n}"],
    [
      "a class that has something before its code",
      'class A extends DomainError {\n  a = 1;\n  readonly code = "NO_A";\n}',
    ],
    ["a reason that stands elsewhere", "throw new BadUserInput(path, message, REASON);"],
  ])("or else are a fault: %s", (_what, text) => {
    expect(() => reasonsIn({ file, text })).toThrow("The reasons in module.ts cannot be read.");
  });

  test("of what GraphQL can catch alone", async () => {
    const { reasons } = await answeredCodes();

    expect(reasons).toContain("INVALID_CERTIFICATE_NUMBER");
    expect(reasons).not.toContain("INVALID_AUTHENTICATION_TIME");
  });
});

describe("the codes of errors are read", () => {
  test.each<[what: string, text: string, codes: string[]]>([
    ["from an answer", 'answer({ code: "LOST" })', ["LOST"]],
    ["from a class", 'class A extends Error {\n  readonly code = "LOST";\n}', ["LOST"]],
    ["but not from malformed input", 'class A extends DomainError {\n  readonly code = "NO_A";\n}', []],
  ])("%s", (_what, text, codes) => {
    expect(codesIn({ file, text })).toEqual(codes);
  });

  test("and those of Apollo Server and of HTTP are among them", async () => {
    const { codes } = await answeredCodes();

    expect(codes).toEqual(
      expect.arrayContaining(["GRAPHQL_PARSE_FAILED", "PAYLOAD_TOO_LARGE", "PREVIEW_STALE", "QUERY_TOO_LARGE"]),
    );
  });
});
