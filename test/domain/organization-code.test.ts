import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { InvalidCertificateNumber } from "../../src/domain/invalid-certificate-number.js";
import { assertOrganizationCode } from "../../src/domain/organization-code.js";
import { organizationCodeOf } from "../support/samples.js";

const CHARACTERS = [..."0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"];

const valid: readonly [what: string, code: string][] = [
  ["a digit as its check character", "TT0000015"],
  ["X as its check character", "TT000004X"],
  ["0 as its check character", "000000000"],
  ["the letters that credit codes lack", organizationCodeOf("IOSVZ000")],
];

const invalid: readonly [what: string, code: string, message: string][] = [
  ["8 characters", "TT000001", "An organization code has 9 characters; this one has 8."],
  ["10 characters", "TT00000155", "An organization code has 9 characters; this one has 10."],
  ["no character", "", "An organization code has 9 characters; this one has 0."],
  [
    "a small letter",
    "Tt0000015",
    "An organization code is made up of digits and capital letters; position 2 is neither.",
  ],
  [
    "a sign in front",
    "#T0000015",
    "An organization code is made up of digits and capital letters; position 1 is neither.",
  ],
  ["a hyphen", "TT0-00015", "An organization code is made up of digits and capital letters; position 4 is neither."],
  ["another digit at the end", "TT0000014", "The organization code does not match its check character at position 9."],
  ["X at the end", "TT000001X", "The organization code does not match its check character at position 9."],
  ["a letter at the end", "TT000001A", "The organization code does not match its check character at position 9."],
];

describe("an organization code", () => {
  test.each(valid)("may have %s", (_what, code) => {
    expect(() => assertOrganizationCode(code)).not.toThrow();
  });

  test.each(invalid)("must not have %s", (_what, code, message) => {
    expect(() => assertOrganizationCode(code)).toThrow(new InvalidCertificateNumber(message));
  });

  test("is named by its place in a longer number", () => {
    expect(() => assertOrganizationCode("TT00-0015", 8)).toThrow("position 13 ");
    expect(() => assertOrganizationCode("TT0000014", 8)).toThrow("position 17.");
  });

  test("is valid whatever its first eight characters, and with no other check character", () => {
    fc.assert(
      fc.property(anyOrganizationCode(), fc.constantFrom(...CHARACTERS), (code, other) => {
        expect(() => assertOrganizationCode(code)).not.toThrow();
        if (code.endsWith(other)) return;
        expect(() => assertOrganizationCode(code.slice(0, 8) + other)).toThrow(InvalidCertificateNumber);
      }),
    );
  });
});

function anyOrganizationCode(): fc.Arbitrary<string> {
  return fc.string({ unit: fc.constantFrom(...CHARACTERS), minLength: 8, maxLength: 8 }).map(organizationCodeOf);
}
