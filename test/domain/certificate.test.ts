import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { Certificate, type CertificateType } from "../../src/domain/certificate.js";
import { InvalidCountryCode } from "../../src/domain/country-code.js";
import { DomainError } from "../../src/domain/domain-error.js";
import { InvalidCertificateNumber } from "../../src/domain/invalid-certificate-number.js";
import { aCertificate, CREDIT_CODES, creditCode, organizationCodeOf } from "../support/samples.js";
import { LONG_TEXTS, withoutNormalizingLongTexts } from "./long-texts.js";

const CREDIT_CODE = CREDIT_CODES[0];
const CREDIT_CODE_TYPES = [
  "BUSINESS_LICENSE",
  "PUBLIC_INSTITUTION_LEGAL_PERSON",
  "SOCIAL_ORGANIZATION_LEGAL_PERSON",
] as const;
const TYPES: readonly CertificateType[] = [
  ...CREDIT_CODE_TYPES,
  "LAW_ENFORCEMENT_QUALIFICATION",
  "ORGANIZATION_CODE",
  "OTHER",
];

const normalized: readonly [what: string, country: string, type: CertificateType, raw: string, number: string][] = [
  ["a credit code", "CN", "BUSINESS_LICENSE", CREDIT_CODE, CREDIT_CODE],
  ["a credit code in small letters", "CN", "BUSINESS_LICENSE", "91990000tt0000015j", CREDIT_CODE],
  ["a credit code in full width", "CN", "BUSINESS_LICENSE", "９１９９００００ＴＴ０００００１５Ｊ", CREDIT_CODE],
  ["a credit code with hyphens", "CN", "BUSINESS_LICENSE", "91-990000-TT000001-5-J", CREDIT_CODE],
  ["a credit code with full-width hyphens", "CN", "BUSINESS_LICENSE", "91－990000－TT0000015J", CREDIT_CODE],
  ["a credit code with spaces", "CN", "BUSINESS_LICENSE", " 9199 0000 TT00 0001 5J ", CREDIT_CODE],
  ["a credit code with ideographic spaces", "CN", "BUSINESS_LICENSE", "\u300091990000\u3000TT0000015J", CREDIT_CODE],
  ["the older 15 digits", "CN", "BUSINESS_LICENSE", "110108000000016", "110108000000016"],
  ["the older 15 digits with spaces", "CN", "BUSINESS_LICENSE", "110108 00000001 6", "110108000000016"],
  ["the older 15 digits in full width", "CN", "BUSINESS_LICENSE", "１１０１０８０００００００１６", "110108000000016"],
  ["an organization code", "CN", "ORGANIZATION_CODE", "TT0000015", "TT0000015"],
  ["an organization code with its hyphen", "CN", "ORGANIZATION_CODE", "TT000001-5", "TT0000015"],
  ["an organization code in small letters that ends in X", "CN", "ORGANIZATION_CODE", "tt000004-x", "TT000004X"],
  ["an organization code that ends in 0", "CN", "ORGANIZATION_CODE", "00000000 - 0", "000000000"],
  ["a free form", "CN", "OTHER", "(2025) No. 12/3-a", "(2025)NO.12/3-A"],
  ["a free form with full-width brackets", "CN", "LAW_ENFORCEMENT_QUALIFICATION", "（２０２５）a", "(2025)A"],
  ["a free form in a hundred spaces", "CN", "OTHER", `${" ".repeat(50)}A1${" ".repeat(50)}`, "A1"],
  ["32 digits beyond the basic plane", "CN", "OTHER", "𝟏".repeat(32), "1".repeat(32)],
  ["a business license of another country", "DE", "BUSINESS_LICENSE", "HRB 12345 b", "HRB12345B"],
  ["a business license of Hong Kong", "HK", "BUSINESS_LICENSE", "12345678-000-01-25-A", "12345678-000-01-25-A"],
  ["an organization code of another country", "JP", "ORGANIZATION_CODE", "0000-00-000000", "0000-00-000000"],
];

const freeForm: readonly (readonly [country: string, type: CertificateType])[] = [
  ["CN", "LAW_ENFORCEMENT_QUALIFICATION"],
  ["CN", "OTHER"],
  ...TYPES.map((type) => ["SG", type] as const),
];

const masked: readonly [length: number, number: string, masked: string][] = [
  [1, "A", "**********"],
  [14, "ABCDEFGHIJKLMN", "**********"],
  [15, "ABCDEFGHIJKLMNO", "ABCD**********MNO"],
  [32, `ABCD${"0".repeat(25)}MNO`, "ABCD**********MNO"],
];

const wrongLength = "A certificate number has 1 to 32 characters.";
const wrongCharacter = (position: number) =>
  `A certificate number is made up of digits, Latin letters, spaces and - . / ( ) only; position ${position} is none of them.`;
const wrongCreditCode = (length: number) => `A unified social credit code has 18 characters; this one has ${length}.`;
const wrongOrganizationCode = (length: number) => `An organization code has 9 characters; this one has ${length}.`;

const refusedEverywhere: readonly [what: string, raw: string, message: string][] = [
  ["an empty text", "", wrongLength],
  ["spaces", "  \u3000", wrongLength],
  ["33 characters", "1".repeat(33), wrongLength],
  ["33 characters, one of them a space", `${"1".repeat(20)} ${"1".repeat(12)}`, wrongLength],
  ["32 characters, many spaces and another character", `${"1".repeat(32)}${" ".repeat(99)}1`, wrongLength],
  ["32 characters that stand for more", `${"1".repeat(31)}㎏`, wrongLength],
  ["a Han character", "AB号1", wrongCharacter(3)],
  ["an underscore", "AB_1", wrongCharacter(3)],
  ["an en dash", "A–1", wrongCharacter(2)],
  ["a tab", "A\t1", wrongCharacter(2)],
  ["a line break", "AB1\n2", wrongCharacter(4)],
  ["a zero-width space", "AB1\u200b", wrongCharacter(4)],
  ["a null character", "\u0000AB1", wrongCharacter(1)],
  ["a lone surrogate", "AB1\ud800", wrongCharacter(4)],
  ["an accent", "ABE\u0301", wrongCharacter(3)],
  ["an accent that stands alone, and in NFKC behind a space", "´B1", wrongCharacter(1)],
  ["a letter without a dot", "AıB", wrongCharacter(2)],
];

const refusedInChina: readonly [what: string, type: CertificateType, raw: string, message: string][] = [
  ["14 digits", "BUSINESS_LICENSE", "11010800000001", wrongCreditCode(14)],
  ["16 digits", "BUSINESS_LICENSE", "1101080000000161", wrongCreditCode(16)],
  ["15 characters, one of them a letter", "BUSINESS_LICENSE", "11010800000001X", wrongCreditCode(15)],
  ["the older 15 digits", "PUBLIC_INSTITUTION_LEGAL_PERSON", "110108000000016", wrongCreditCode(15)],
  ["the older 15 digits", "SOCIAL_ORGANIZATION_LEGAL_PERSON", "110108000000016", wrongCreditCode(15)],
  ["hyphens only", "BUSINESS_LICENSE", "---", wrongCreditCode(0)],
  ["a credit code", "ORGANIZATION_CODE", CREDIT_CODE, wrongOrganizationCode(18)],
  ["a hyphen in another place", "ORGANIZATION_CODE", "TT00-00015", wrongOrganizationCode(10)],
  ["two hyphens", "ORGANIZATION_CODE", "TT000001--5", wrongOrganizationCode(11)],
];

describe("a certificate number", () => {
  test.each(normalized)("is normalized when it is %s: in %s, %s %j is %j", (_what, country, type, raw, number) => {
    expect(Certificate.of({ country, type, number: raw })).toEqual({ country, type, number });
  });

  test("is the same when it is normalized again", () => {
    for (const [, country, type, , number] of normalized) {
      expect(Certificate.of({ country, type, number }).number).toBe(number);
    }
  });

  test.each(CREDIT_CODE_TYPES)("is a credit code in China for %s", (type) => {
    for (const number of CREDIT_CODES) expect(aCertificate({ type, number }).number).toBe(number);
    for (const number of CREDIT_CODES) {
      expect(() => aCertificate({ type, number: number.replace(/.$/, "A") })).toThrow("position 18.");
    }
  });

  test("is an organization code in China for ORGANIZATION_CODE", () => {
    const numbers = Array.from({ length: 100 }, (_, n) => organizationCodeOf(String(n).padStart(8, "A")));

    for (const number of numbers) expect(aCertificate({ type: "ORGANIZATION_CODE", number }).number).toBe(number);
    expect(new Set(numbers.map((number) => number.slice(8)))).toEqual(new Set("0123456789X"));
    expect(() => aCertificate({ type: "ORGANIZATION_CODE", number: "TT000001-4" })).toThrow("position 9.");
  });

  test.each(freeForm)("is of a free form in %s for %s", (country, type) => {
    const numbers = ["A", "0".repeat(32), ` ${"Z".repeat(32)}\t`, "-./()", "91990000TT0000015K"];

    for (const number of numbers) expect(aCertificate({ country, type, number }).number).toBe(number.trim());
  });

  test.each(refusedEverywhere)("refuses %s, in China and elsewhere", (_what, number, message) => {
    for (const type of TYPES) {
      expect(problemOf({ country: "CN", type, number })).toBe(message);
      expect(problemOf({ country: "SG", type, number })).toBe(message);
    }
  });

  test.each(refusedInChina)("refuses %s in China as %s", (_what, type, number, message) => {
    expect(problemOf({ country: "CN", type, number })).toBe(message);
  });

  test.each(LONG_TEXTS)("refuses a megabyte of %s", (_of, number) => {
    withoutNormalizingLongTexts(() => expect(problemOf({ country: "CN", type: "OTHER", number })).toBe(wrongLength));
  });

  test("refuses with an error that has a code", () => {
    const of = () => aCertificate({ number: "" });

    expect(of).toThrow(DomainError);
    expect(of).toThrow(InvalidCertificateNumber);
    expect(of).toThrow(expect.objectContaining({ code: "INVALID_CERTIFICATE_NUMBER" }));
  });

  test("is never in the message that refuses it", () => {
    const countries = fc.constantFrom("CN", "SG", "cn");

    fc.assert(
      fc.property(countries, fc.constantFrom(...TYPES), numberThatMayBeWrong(), (country, type, number) => {
        const message = problemOf({ country, type, number }) ?? "";

        expect(message).not.toContain(number);
        expect(message.toUpperCase()).not.toContain(number.normalize("NFKC").toUpperCase().replaceAll(/[ -]/g, ""));
      }),
      { numRuns: 2_000 },
    );
  });
});

describe("a masked number", () => {
  test.each(masked)("of %i characters: %s is %s", (_length, number, masked) => {
    expect(aCertificate({ type: "OTHER", number }).maskedNumber).toBe(masked);
  });
});

describe("a certificate", () => {
  test.each(["cn", "", "XX", "CHN"])("is not of the country %j", (country) => {
    expect(() => aCertificate({ country })).toThrow(InvalidCountryCode);
  });

  test("is the same as another of its country, its type and its number, however that is written", () => {
    const certificate = aCertificate({ number: "91990000TT0000015J" });

    expect(certificate.equals(aCertificate({ number: "91-990000 tt0000015ｊ" }))).toBe(true);
    expect(certificate.equals(aCertificate({ number: "91990000TT0000023D" }))).toBe(false);
    expect(certificate.equals(aCertificate({ type: "OTHER" }))).toBe(false);
    expect(certificate.equals(aCertificate({ country: "HK" }))).toBe(false);
  });
});

/** Six characters and more, so that no message holds them by chance: credit codes, organization codes and any others. */
function numberThatMayBeWrong(): fc.Arbitrary<string> {
  const codes = fc.nat({ max: 1_000 }).map(creditCode);
  const replaced = fc
    .tuple(codes, fc.nat({ max: 17 }), fc.constantFrom(..."0AISOVZXYx-/_号"))
    .map(([code, at, character]) => code.slice(0, at) + character + code.slice(at + 1));
  const cut = fc.tuple(replaced, fc.nat({ max: 10 })).map(([code, from]) => code.slice(from));
  const digits = fc.string({ unit: fc.constantFrom(..."0123456789０１- ."), minLength: 6, maxLength: 40 });
  return fc.oneof(
    codes,
    replaced,
    cut,
    digits.filter((text) => text.replaceAll(/[ -]/g, "").length >= 6),
  );
}

function problemOf(given: { country: string; type: CertificateType; number: string }): string | null {
  try {
    Certificate.of(given);
    return null;
  } catch (error) {
    if (error instanceof DomainError) return error.message;
    throw error;
  }
}
