import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { InvalidCertificateNumber } from "../../src/domain/invalid-certificate-number.js";
import { assertUnifiedSocialCreditCode } from "../../src/domain/unified-social-credit-code.js";
import { CREDIT_CODE_CHARACTERS, CREDIT_CODES, creditCode, creditCodeOf } from "../support/samples.js";

const CHARACTERS = [...CREDIT_CODE_CHARACTERS];
const POSITIONS = Array.from({ length: 18 }, (_, index) => index + 1);

const wrongLength = (length: number) => `A unified social credit code has 18 characters; this one has ${length}.`;
const wrongOrganizationCode = "The organization code does not match its check character at position 17.";
const wrongCheck = "The unified social credit code does not match its check character at position 18.";
const notADigit = (position: number) =>
  `Position ${position} must be a digit: positions 3 to 8 are the code of an administrative division.`;
const notALetter = (position: number, letter: string) =>
  `Position ${position} is the letter ${letter}, which no unified social credit code contains.`;

const invalid: readonly [what: string, code: string, message: string][] = [
  ["no character", "", wrongLength(0)],
  ["15 digits", "110108000000016", wrongLength(15)],
  ["17 characters", "91990000TT0000015", wrongLength(17)],
  ["19 characters", "91990000TT0000015JJ", wrongLength(19)],
  ["a small letter", "91990000tT0000015J", "Position 9 is a character that no unified social credit code contains."],
  ["a hyphen", "91-90000TT0000015J", "Position 3 is a character that no unified social credit code contains."],
  ["an O for a zero", "9199O000TT0000015J", notALetter(5, "O")],
  ["a letter in its first division digit", "91A90000TT0000015J", notADigit(3)],
  ["a letter in its last division digit", "9199000ATT0000015J", notADigit(8)],
  ["another check digit of the organization code", "91990000TT0000016J", wrongOrganizationCode],
  ["a check digit of the organization code where X is due", "91990000TT00000400", wrongOrganizationCode],
  ["two neighbours exchanged in the organization code", "91990000TT0000105J", wrongOrganizationCode],
  ["two neighbours exchanged before the organization code", "19990000TT0000015J", wrongCheck],
  ["another last character", "91990000TT0000015K", wrongCheck],
  ["a last character where 0 is due", "91990000TT0000058Y", wrongCheck],
];

describe("a unified social credit code", () => {
  test.each(CREDIT_CODES)("may be %s, with no other last character", (code) => {
    const others = CHARACTERS.filter((character) => !code.endsWith(character));

    expect(problemOf(code)).toBeNull();
    expect(new Set(others.map((other) => problemOf(code.slice(0, 17) + other)))).toEqual(new Set([wrongCheck]));
    expect(others).toHaveLength(30);
  });

  test.each(invalid)("must not have %s", (_what, code, message) => {
    expect(problemOf(code)).toBe(message);
  });

  test.each([..."IOSVZ"])("must not have the letter %s, wherever it is", (letter) => {
    const problems = POSITIONS.map((position) => problemOf(withCharacter(CREDIT_CODES[0], position, letter)));

    expect(problems).toEqual(POSITIONS.map((position) => notALetter(position, letter)));
  });

  test.each([3, 4, 5, 6, 7, 8])("must not have any letter at position %i", (position) => {
    const letters = CHARACTERS.filter((character) => /[A-Z]/.test(character));

    const problems = letters.map((letter) => problemOf(withCharacter(CREDIT_CODES[0], position, letter)));

    expect(new Set(problems)).toEqual(new Set([notADigit(position)]));
  });

  test("must not have another check character of its organization code, whatever it ends with", () => {
    const others = CHARACTERS.filter((character) => character !== "5");

    const problems = others.flatMap((other) => CHARACTERS.map((last) => problemOf(`91990000TT000001${other}${last}`)));

    expect(new Set(problems)).toEqual(new Set([wrongOrganizationCode]));
  });

  test("is valid whenever its check characters are computed, and never with one character exchanged", () => {
    fc.assert(
      fc.property(anyCreditCode(), fc.constantFrom(...POSITIONS), fc.constantFrom(...CHARACTERS), (code, at, other) => {
        const exchanged = withCharacter(code, at, other);

        expect(problemOf(code)).toBeNull();
        expect(problemOf(exchanged) === null).toBe(exchanged === code);
      }),
      { numRuns: 2_000 },
    );
  });

  test("is computed for as many samples as tests want, each another", () => {
    const codes = Array.from({ length: 1_000 }, (_, n) => creditCode(n));

    expect(codes.slice(1, 6)).toEqual(CREDIT_CODES.slice(0, 5));
    expect(new Set(codes).size).toBe(1_000);
    expect(codes.filter((code) => problemOf(code) !== null)).toEqual([]);
  });
});

function anyCreditCode(): fc.Arbitrary<string> {
  const characters = (length: number) =>
    fc.string({ unit: fc.constantFrom(...CHARACTERS), minLength: length, maxLength: length });
  const division = fc.nat({ max: 999_999 }).map((digits) => String(digits).padStart(6, "0"));
  return fc.tuple(characters(2), division, characters(8)).map((parts) => creditCodeOf(parts.join("")));
}

function withCharacter(code: string, position: number, character: string): string {
  return code.slice(0, position - 1) + character + code.slice(position);
}

function problemOf(code: string): string | null {
  try {
    assertUnifiedSocialCreditCode(code);
    return null;
  } catch (error) {
    if (error instanceof InvalidCertificateNumber) return error.message;
    throw error;
  }
}
