import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { DomainError } from "../../src/domain/domain-error.js";
import { EnterpriseName, InvalidEnterpriseName } from "../../src/domain/enterprise-name.js";
import { LONG_TEXTS, withoutNormalizingLongTexts } from "./long-texts.js";

const kept: readonly [what: string, raw: string, value: string][] = [
  ["brackets, case and inner spaces stay", "北京示例（集团） ACME  Ltd.", "北京示例（集团） ACME  Ltd."],
  ["an ideographic space inside stays", "北京\u3000示例", "北京\u3000示例"],
  ["characters inside that cannot be seen stay", "Ac\u200b\u00adme\ufeff Ltd", "Ac\u200b\u00adme\ufeff Ltd"],
  ["compatibility characters stay", "㍿ｱｸﾒ①", "㍿ｱｸﾒ①"],
  ["what is not composed stays so", "Cafe\u0301", "Cafe\u0301"],
  ["spaces at the ends go", "  Acme \u3000\u00a0", "Acme"],
  ["a byte order mark in front goes", "\ufeffAcme", "Acme"],
  ["line breaks at the ends go", "\r\nAcme\u0085\u2028", "Acme"],
  ["a tab is a space", "Acme\tLtd", "Acme Ltd"],
  ["a line feed is a space", "Acme\nLtd", "Acme Ltd"],
  ["a carriage return is a space", "Acme\rLtd", "Acme Ltd"],
  ["a carriage return with its line feed is a space", "Acme\r\nLtd", "Acme Ltd"],
  ["a line feed before a carriage return are two spaces", "Acme\n\rLtd", "Acme  Ltd"],
  ["a vertical tab and a form feed are two spaces", "Acme\v\fLtd", "Acme  Ltd"],
  ["a next-line character is a space", "Acme\u0085Ltd", "Acme Ltd"],
  ["a line and a paragraph separator are two spaces", "Acme\u2028\u2029Ltd", "Acme  Ltd"],
];

const accepted: readonly [what: string, raw: string][] = [
  ["a single Han character", "甲"],
  ["a single Latin letter", "A"],
  ["a single character beyond the basic plane", "𠮷"],
  ["255 characters", "示".repeat(255)],
  ["255 characters beyond the basic plane", "𠮷".repeat(255)],
  ["255 characters and white space around them", ` \t${"示".repeat(255)}\r\n`],
  ["255 characters, one of them of two line breaks", `${"示".repeat(127)}\r\n${"示".repeat(127)}`],
  ["a letter among digits and symbols", "3+2=五!"],
  ["a letter-like number", "Ⅳ"],
  ["Han digits", "二〇二五"],
];

const empty = "An enterprise name must not be empty.";
const brokenSurrogates = "An enterprise name must not contain half of a UTF-16 surrogate pair.";
const cannotBeSeen = "An enterprise name must contain characters that can be seen.";
const saysNothing = "An enterprise name must not be made up of digits, punctuation and symbols alone.";
const tooLong = (length: number) => `An enterprise name has at most 255 characters; this one has ${length}.`;
const control = (position: number) =>
  `An enterprise name must not contain control characters; character ${position} is one.`;
const longKey =
  "An enterprise name must not need more than 2048 bytes once its compatibility characters are written out.";

const refused: readonly [what: string, raw: string, message: string][] = [
  ["an empty text", "", empty],
  ["spaces", "  ", empty],
  ["all kinds of white space", " \t\r\n\u0085\u2028\u3000\u00a0", empty],
  ["a byte order mark", "\ufeff", empty],
  ["a zero-width space", "\u200b", cannotBeSeen],
  ["a Hangul filler", "\u3164", cannotBeSeen],
  ["format characters and spaces between them", "\u200e \u2060\u00ad", cannotBeSeen],
  ["256 characters", "示".repeat(256), tooLong(256)],
  ["256 characters beyond the basic plane", "𠮷".repeat(256), tooLong(256)],
  ["256 characters, one of them a tab", `${"示".repeat(128)}\t${"示".repeat(127)}`, tooLong(256)],
  ["a high surrogate alone", "\ud842", brokenSurrogates],
  ["a high surrogate at the start", "\ud842示例", brokenSurrogates],
  ["a high surrogate at the end", "示例\ud842", brokenSurrogates],
  ["a high surrogate before a space", "示例\ud842 有限公司", brokenSurrogates],
  ["a low surrogate at the start", "\udfb7示例", brokenSurrogates],
  ["a low surrogate at the end", "示例\udfb7", brokenSurrogates],
  ["surrogates in the wrong order", "示\udfb7\ud842例", brokenSurrogates],
  ["two high surrogates before a low one", "示\ud842\ud842\udfb7例", brokenSurrogates],
  ["a null character", "示例\u0000", control(3)],
  ["a bell at the start", "\u0007示例", control(1)],
  ["an escape character behind two spaces", "  示\u001b[0m例", control(2)],
  ["a delete character behind one beyond the basic plane", "𠮷野\u007f", control(3)],
  ["a control character of the second range", "示\u009f例", control(2)],
  ["two control characters, of which the first is named", "示\u0001\u0002例", control(2)],
  ["digits", "12345", saysNothing],
  ["full-width digits", "２０２５", saysNothing],
  ["Arabic-Indic digits", "٣٤", saysNothing],
  ["circled digits", "①②", saysNothing],
  ["mathematical digits", "𝟏𝟐", saysNothing],
  ["punctuation", "。（）——！", saysNothing],
  ["symbols", "€ + ★", saysNothing],
  ["a symbol of letters", "℡", saysNothing],
  ["emoji", "😀👍🏽", saysNothing],
  ["emoji with joiners", "👨‍👩‍👧", saysNothing],
  ["emoji with variation selectors", "❤\ufe0f☎\ufe0f", saysNothing],
  ["keycaps", "1\ufe0f\u20e32\ufe0f\u20e3", saysNothing],
  ["an accent without a letter", "\u0301", saysNothing],
  ["digits and characters that cannot be seen", "1\u200b2", saysNothing],
  ["compatibility characters too many", `A${"㍿".repeat(171)}`, longKey],
  ["letters that stand for eighteen each", "\ufdfa".repeat(255), longKey],
];

describe("making an enterprise name", () => {
  test.each(kept)("%s: %j becomes %j", (_what, raw, value) => {
    expect(EnterpriseName.of(raw).value).toBe(value);
  });

  test.each(accepted)("accepts %s", (_what, raw) => {
    expect(EnterpriseName.of(raw).value).toBe(raw.trim().replace("\r\n", " "));
  });

  test.each(refused)("refuses %s", (_what, raw, message) => {
    expect(problemOf(raw)).toBe(message);
  });

  test("refuses with an error that has a code", () => {
    const of = () => EnterpriseName.of("");

    expect(of).toThrow(DomainError);
    expect(of).toThrow(InvalidEnterpriseName);
    expect(of).toThrow(expect.objectContaining({ code: "INVALID_ENTERPRISE_NAME" }));
  });

  test("accepts what has a key of 2048 bytes at most", () => {
    const longest = `${"㍿".repeat(170)}${"A".repeat(8)}`;

    expect(Buffer.byteLength(EnterpriseName.of(longest).key)).toBe(2048);
    expect(problemOf(`${longest}A`)).toBe(longKey);
  });

  test.each(LONG_TEXTS)("refuses a megabyte of %s", (_of, text) => {
    withoutNormalizingLongTexts(() => expect(() => EnterpriseName.of(text)).toThrow(InvalidEnterpriseName));
  });

  test("finds the name in a megabyte of white space", () => {
    const space = " \t\r\n".repeat(125_000);

    expect(EnterpriseName.of(`${space}北京示例${space}`).value).toBe("北京示例");
  });

  test("makes the same name again of what it has accepted", () => {
    const texts = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.string(),
      fc.array(utf16Unit()).map((units) => units.join("")),
    );

    fc.assert(
      fc.property(texts, (text) => {
        const name = nameOrProblem(text);
        if (name instanceof InvalidEnterpriseName) return;
        const again = EnterpriseName.of(name.value);
        expect([again.value, again.key]).toEqual([name.value, name.key]);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe("two enterprise names", () => {
  test("are the same when they differ in what makes no difference", () => {
    const name = EnterpriseName.of("北京示例（集团） ACME  Ltd");

    expect(name.equals(EnterpriseName.of("北京示例(集团)Acme ltd"))).toBe(true);
    expect(name.equals(EnterpriseName.of("北京示例(集团)Acme Ltd."))).toBe(false);
  });

  test("are the same in an equivalence: each with itself, both ways, and with what the other is the same as", () => {
    fc.assert(
      fc.property(similarName(), similarName(), similarName(), (one, other, third) => {
        expect(one.equals(one)).toBe(true);
        expect(one.equals(other)).toBe(other.equals(one));
        if (one.equals(other)) expect(one.equals(third)).toBe(other.equals(third));
      }),
      { numRuns: 5_000 },
    );
  });
});

/** One of few names, in one of many ways to write each. */
function similarName(): fc.Arbitrary<EnterpriseName> {
  const characters = fc.constantFrom("A", "a", "Ａ", "甲", " ", "\u3000", "\u200b", "(", "（");
  return fc
    .string({ unit: characters, minLength: 1, maxLength: 4 })
    .filter((text) => /[Aa甲]/.test(text.normalize("NFKC")))
    .map((text) => EnterpriseName.of(text));
}

function utf16Unit(): fc.Arbitrary<string> {
  return fc.nat({ max: 0xffff }).map((unit) => String.fromCharCode(unit));
}

function problemOf(raw: string): string {
  const problem = nameOrProblem(raw);
  return problem instanceof InvalidEnterpriseName ? problem.message : "none";
}

function nameOrProblem(raw: string): EnterpriseName | InvalidEnterpriseName {
  try {
    return EnterpriseName.of(raw);
  } catch (error) {
    if (error instanceof InvalidEnterpriseName) return error;
    throw error;
  }
}
