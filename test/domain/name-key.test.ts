import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { NAME_KEY_VERSION, nameKey } from "../../src/domain/name-key.js";

type Pair = readonly [difference: string, one: string, other: string];

const same: readonly Pair[] = [
  ["full-width brackets", "北京示例（集团）有限公司", "北京示例(集团)有限公司"],
  ["full-width brackets and a space beside one", "北京示例（集团）有限公司", "北京示例(集团) 有限公司"],
  ["a space between Han characters", "北京 示例 有限公司", "北京示例有限公司"],
  ["a space between Han and Latin characters", "示例 Tech 公司", "示例Tech公司"],
  ["a space beside an iteration mark", "佐々 木", "佐々木"],
  ["a space beside a Han zero", "二〇 二五", "二〇二五"],
  ["a space beside Han beyond the basic plane", "𠮷 𪚥", "𠮷𪚥"],
  ["spaces beside round brackets", "Acme ( Asia ) Ltd", "Acme(Asia)Ltd"],
  ["spaces beside square brackets", "Acme [ Asia ] Ltd", "Acme[Asia]Ltd"],
  ["spaces beside corner brackets", "Acme 「 Asia 」 Ltd", "Acme「Asia」Ltd"],
  ["spaces beside lenticular brackets", "Acme 【 Asia 】 Ltd", "Acme【Asia】Ltd"],
  ["an ideographic space", "Acme\u3000Ltd", "Acme Ltd"],
  ["an ideographic space beside Han", "北京\u3000示例", "北京示例"],
  ["capital letters and a run of spaces", "ACME  Ltd", "Acme ltd"],
  ["a run of all kinds of white space", "Acme \t\r\n\v\f\u0085\u00a0\u2003\u2028\u2029\u202f Ltd", "Acme Ltd"],
  ["a next-line character", "Acme\u0085Ltd", "Acme Ltd"],
  ["white space at both ends", "\u3000 Acme Ltd\t", "Acme Ltd"],
  ["a katakana middle dot", "阿克梅・示例", "阿克梅·示例"],
  ["a half-width katakana middle dot", "阿克梅･示例", "阿克梅·示例"],
  ["a bullet", "阿克梅•示例", "阿克梅·示例"],
  ["a hyphenation point", "阿克梅‧示例", "阿克梅·示例"],
  ["a Greek ano teleia", "阿克梅\u0387示例", "阿克梅·示例"],
  ["a hyphen", "Acme\u2010Asia", "Acme-Asia"],
  ["a non-breaking hyphen", "Acme\u2011Asia", "Acme-Asia"],
  ["a figure dash", "Acme\u2012Asia", "Acme-Asia"],
  ["an en dash", "Acme–Asia", "Acme-Asia"],
  ["an em dash", "Acme—Asia", "Acme-Asia"],
  ["a wave dash", "Acme〜Asia", "Acme-Asia"],
  ["a small hyphen-minus", "Acme﹣Asia", "Acme-Asia"],
  ["a full-width hyphen-minus", "Acme－Asia", "Acme-Asia"],
  ["a zero-width space", "北京\u200b示例", "北京示例"],
  ["a zero-width space within Latin", "Ac\u200bme", "Acme"],
  ["a variation selector behind a Han character", "葛\u{e0100}城示例", "葛城示例"],
  ["a combining grapheme joiner", "示例a\u034f", "示例a"],
  ["a Hangul filler", "示例\u3164", "示例"],
  ["zero-width joiners", "Ac\u200cm\u200de", "Acme"],
  ["a word joiner", "Ac\u2060me", "Acme"],
  ["a byte order mark within", "Ac\ufeffme", "Acme"],
  ["a byte order mark in front", "\ufeffAcme", "Acme"],
  ["a byte order mark between spaces", "Acme \ufeff Ltd", "Acme Ltd"],
  ["a soft hyphen", "Ac\u00adme", "Acme"],
  ["a Mongolian vowel separator", "Ac\u180eme", "Acme"],
  ["marks of direction", "\u200eAc\u200fme\u061c", "Acme"],
  ["embeddings and isolates of direction", "\u202aAc\u202c\u2066me\u2069", "Acme"],
  ["tags beyond the basic plane", "Acme\u{e0041}\u{e007f}", "Acme"],
  ["control characters", "\u0000Ac\u0007m\u007fe\u009f", "Acme"],
  ["full-width letters and digits", "ＡＣＭＥ２０２５", "acme2025"],
  ["a ligature", "ﬁrst", "first"],
  ["a squared corporation", "㍿示例", "株式会社示例"],
  ["a parenthesized ideograph", "㈱示例", "(株)示例"],
  ["a circled digit", "示例①", "示例1"],
  ["half-width katakana", "ｱｸﾞ", "アグ"],
  ["a compatibility ideograph", "\uf900示例", "豈示例"],
  ["a compatibility ideograph beyond the basic plane", "\u{2f800}示例", "丽示例"],
  ["a Kangxi radical", "\u2f00示例", "一示例"],
  ["mathematical letters beyond the basic plane", "𝐀𝐜𝐦𝐞", "Acme"],
  ["the case of letters beyond the basic plane", "𐐀𐐁", "𐐨𐐩"],
  ["a Kelvin sign", "\u212aelvin", "kelvin"],
  ["sharp s and its capital letters", "Groß", "GROSS"],
  ["capital sharp s", "GROẞ", "Groß"],
  ["capital sharp s written out", "GROẞ", "gross"],
  ["dotless i and its capital letter", "ısparta", "ISPARTA"],
  ["dotless and dotted small i", "ısparta", "isparta"],
  ["dotted capital i and its small letter", "İzmir", "i\u0307zmir"],
  ["final sigma and its capital letter", "Οδος", "ΟΔΟΣ"],
  ["final sigma and the other small one", "Οδος", "Οδοσ"],
  ["sigma at the end of a word", "ΟΔΟΣ ΑΣ", "οδοσ ασ"],
  ["a combining acute accent", "Cafe\u0301", "Café"],
  ["an Angstrom sign", "\u212bngström", "A\u030angstro\u0308m"],
  ["the order of combining marks", "Va\u0301\u0327", "Va\u0327\u0301"],
  ["a joiner between a letter and its accent", "Cafe\u200d\u0301", "Café"],
  ["a joiner between combining marks", "Va\u0345\u200d\u0301", "Va\u0345\u0301"],
  ["conjoining jamo", "\u1112\u1161\u11ab", "한"],
];

const different: readonly Pair[] = [
  ["traditional and simplified characters", "廣東示例有限公司", "广东示例有限公司"],
  ["the legal form", "北京示例有限公司", "北京示例有限责任公司"],
  ["punctuation", "Acme Co., Ltd.", "Acme Co Ltd"],
  ["a full stop", "Acme Ltd.", "Acme Ltd"],
  ["the city", "北京示例有限公司", "上海示例有限公司"],
  ["brackets and none", "北京示例(集团)有限公司", "北京示例集团有限公司"],
  ["a space between Latin words", "Acme Asia", "AcmeAsia"],
  ["a space between Hangul words", "한국 예시", "한국예시"],
  ["a dash and a space", "Acme-Asia", "Acme Asia"],
  ["spaces beside a dash", "Acme - Asia", "Acme-Asia"],
  ["a middle dot and none", "阿克梅·示例", "阿克梅示例"],
  ["a Han digit and an Arabic one", "示例一", "示例1"],
  ["variants of a character", "𠮷野", "吉野"],
  ["an accent", "Café", "Cafe"],
  ["a dotted capital i and one without a dot", "İzmir", "Izmir"],
  ["one s and two", "Gros", "Groß"],
];

/** Names and their keys as they are stored: other keys for them are another version. */
const stored: readonly [name: string, key: string][] = [
  ["北京示例（集团） 有限公司", "北京示例(集团)有限公司"],
  ["  ACME\u3000— Großhandel  GmbH ", "acme - grosshandel gmbh"],
  ["阿克梅・示例 Tech 2025", "阿克梅·示例tech 2025"],
  ["İ ı ΟΔΟΣ É ㍿", "i\u0307 i οδος é株式会社"],
];

describe("when two names are the same", () => {
  test.each(same)("%s: %j is %j", (_difference, one, other) => {
    expect(nameKey(one)).toBe(nameKey(other));
  });

  test.each(different)("%s: %j is not %j", (_difference, one, other) => {
    expect(nameKey(one)).not.toBe(nameKey(other));
  });
});

describe("the key of version 1", () => {
  test.each(stored)("of %j is %j", (name, key) => {
    expect(nameKey(name)).toBe(key);
    expect(NAME_KEY_VERSION).toBe(1);
  });
});

describe("the key of a key is that key", () => {
  const texts: readonly [where: string, textOf: (character: string) => string][] = [
    ["alone", (character) => character],
    ["between Han characters and in brackets", (character) => `甲${character}乙(${character})`],
    ["between Latin ones, after a space and before an accent", (character) => ` ${character}\u0301A${character} b`],
  ];

  test.each(texts)("for every character, %s", (_where, textOf) => {
    expect(charactersThat((character) => !isStable(textOf(character)))).toEqual([]);
  });

  test("for a mark of the Han script behind an accent that stands alone", () => {
    expect(nameKey(nameKey("A´ \u{16ff0}B"))).toBe(nameKey("A´ \u{16ff0}B"));
  });

  test("for any text", () => {
    fc.assert(fc.property(anyText(), (text) => isStable(text)));
    fc.assert(
      fc.property(textThatMatters(), (text) => isStable(text)),
      { numRuns: 20_000 },
    );
  });
});

describe("a key", () => {
  const mustNotContain = /\p{Changes_When_Lowercased}|[\p{Cf}\p{Cc}]| {2}|^ | $|[^\P{White_Space} ]/u;

  test("has neither a capital letter, a character that cannot be seen, nor a space too many, for every character", () => {
    expect(charactersThat((character) => mustNotContain.test(nameKey(character)))).toEqual([]);
  });

  test("has neither a capital letter, a character that cannot be seen, nor a space too many, for any text", () => {
    fc.assert(fc.property(anyText(), (text) => !mustNotContain.test(nameKey(text))));
    fc.assert(
      fc.property(textThatMatters(), (text) => !mustNotContain.test(nameKey(text))),
      { numRuns: 5_000 },
    );
  });
});

describe("the same key comes of", () => {
  test("every character, its capital letter and its small one", () => {
    const differsByCase = (character: string) =>
      [character.toUpperCase(), character.toLowerCase()].some(
        (other) => other !== character && nameKey(other) !== nameKey(character),
      );

    expect(charactersThat(differsByCase)).toEqual([]);
  });

  test("any text in capital letters and in small ones", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...LETTERS, " ", "-", "·", "(") }), (text) => {
        expect(nameKey(text.toUpperCase())).toBe(nameKey(text));
        expect(nameKey(text.toLowerCase())).toBe(nameKey(text));
      }),
      { numRuns: 2_000 },
    );
  });

  test.each(["NFC", "NFD", "NFKC", "NFKD"])("any text and its %s form", (form) => {
    fc.assert(
      fc.property(textThatMatters(), (text) => nameKey(text.normalize(form)) === nameKey(text)),
      { numRuns: 2_000 },
    );
  });

  test("any text, with characters that cannot be seen in it and without", () => {
    fc.assert(
      fc.property(textThatMatters(), fc.constantFrom(...INVISIBLE), (text, invisible) => {
        expect(nameKey([...text].join(invisible))).toBe(nameKey(text));
      }),
      { numRuns: 5_000 },
    );
  });

  test("any text, however wide the white space in it", () => {
    fc.assert(
      fc.property(
        textThatMatters(),
        fc.string({ unit: fc.constantFrom(...WHITE_SPACE), minLength: 1 }),
        (text, wide) => {
          expect(nameKey(` ${text} `.replace(/\p{White_Space}/gu, wide))).toBe(nameKey(text));
        },
      ),
      { numRuns: 2_000 },
    );
  });
});

const LETTERS = [..."甲乙〇々AaIiİıßẞſΣσςÅåﬁŉǰΐᾳᾼωЖж𐐀𐐨ᎠꭰაᲐ株㍿㈱𠮷ｱﾞ한"];
const MARKS = [..."\u0301\u0307\u0308\u0327\u0338\u0345\u034f\u0f71\u0f72\u302a\u3099\u20dd\ufe0f\u{16ff0}\u{16ff1}"];
const SIGNS = [..."()（）[]【】「」“”·・•‧･-–—－﹣〜~´¨¯=<.,'1２½①+"];
const JAMO = [..."\u1112\u1161\u11ab\u3131\u3164"];
const INVISIBLE = [
  ..."\u0000\u0007\u007f\u009f\u00ad\u0600\u061c\u180e\u200b\u200d\u200e\u202a\u2060\ufeff\ufe0f\u034f\u3164\u{e0100}\u{110bd}\u{e0041}",
];
const WHITE_SPACE = [..." \t\n\r\u0085\u00a0\u1680\u2003\u2028\u202f\u3000"];

/** A short text of the characters that the rule treats in some way, or that others react with. */
function textThatMatters(): fc.Arbitrary<string> {
  const groups = [LETTERS, MARKS, SIGNS, JAMO, INVISIBLE, WHITE_SPACE].map((group) => fc.constantFrom(...group));
  return fc.string({ unit: fc.oneof(...groups), maxLength: 8 });
}

function anyText(): fc.Arbitrary<string> {
  return fc.oneof(fc.string({ unit: "binary" }), fc.string({ unit: "grapheme" }));
}

function isStable(text: string): boolean {
  const key = nameKey(text);
  return key === text || nameKey(key) === key;
}

/** Of all characters but surrogates those that are not as they should be, as in U+0041. */
function charactersThat(areWrong: (character: string) => boolean): string[] {
  const found = [];
  for (let codePoint = 0; codePoint <= 0x10ffff; codePoint += 1) {
    const isSurrogate = codePoint >= 0xd800 && codePoint <= 0xdfff;
    if (!isSurrogate && areWrong(String.fromCodePoint(codePoint))) found.push(`U+${codePoint.toString(16)}`);
  }
  return found;
}
