import { describe, expect, test } from "@jest/globals";
import { accountReference, InvalidAccountReference } from "../../src/domain/account-reference.js";

const good: readonly [what: string, raw: string][] = [
  ["one character", "7"],
  ["letters, digits and signs", "ERP-2026/0042_a.b:c"],
  ["white space between its ends", "branch 7 \u3000 north"],
  ["the characters of any script", "分公司-北京"],
  ["characters that compose to another", "e\u0301"],
  ["what makes no name", "…!"],
  ["128 characters", "x".repeat(128)],
  ["128 characters that are two units each", "𠮷".repeat(128)],
  ["127 characters and one of two units", `${"x".repeat(127)}💥`],
];

const bad: readonly [what: string, raw: string][] = [
  ["nothing", ""],
  ["129 characters", "x".repeat(129)],
  ["129 characters that are two units each", "𠮷".repeat(129)],
  ["128 characters that are two units each, and one more", `${"𠮷".repeat(128)}x`],
  ["a million characters", "x".repeat(1_000_000)],
  ["a space", " "],
  ["a space before it", " a"],
  ["a space after it", "a "],
  ["a no-break space before it", "\u00a0a"],
  ["an ideographic space after it", "a\u3000"],
  ["a byte order mark before it", "\ufeffa"],
  ["a line break after it", "a\n"],
  ["a line separator after it", "a\u2028"],
  ["a tab within", "a\tb"],
  ["a line break within", "a\nb"],
  ["U+0000 within", "a\u0000b"],
  ["the last of the C0 controls within", "a\u001fb"],
  ["DEL within", "a\u007fb"],
  ["a C1 control within", "a\u0085b"],
  ["the first half of a surrogate pair", "a\ud842"],
  ["the second half of a surrogate pair", "\udfb7a"],
  ["the halves of a surrogate pair in the wrong order", "\udfb7\ud842"],
];

const message = "A reference has 1 to 128 characters, no white space at its ends, and no control characters.";

describe("a reference", () => {
  test.each(good)("may be %s, and is kept as it was given", (_what, raw) => {
    expect(accountReference(raw)).toBe(raw);
  });

  test.each(bad)("must not be %s", (_what, raw) => {
    expect(() => accountReference(raw)).toThrow(new InvalidAccountReference(message));
    expect(() => accountReference(raw)).toThrow(expect.objectContaining({ code: "INVALID_ACCOUNT_REFERENCE" }));
  });
});
