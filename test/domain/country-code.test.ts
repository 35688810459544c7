import { describe, expect, test } from "@jest/globals";
import { GraphQLCountryCode } from "graphql-scalars";
import { countryCode, InvalidCountryCode } from "../../src/domain/country-code.js";

/** The scalar takes it too, yet ISO 3166-1 leaves it to its users. */
const KOSOVO = "XK";
const LETTERS = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];

const wrong: readonly [what: string, raw: string][] = [
  ["small letters", "cn"],
  ["one small letter", "Cn"],
  ["a space", "CN "],
  ["three letters", "CHN"],
  ["one letter", "C"],
  ["nothing", ""],
  ["digits", "156"],
  ["full-width letters", "ＣＮ"],
  ["a code that is reserved", "UK"],
  ["a code that users may assign", KOSOVO],
  ["a code of the past", "SU"],
];

const message = "A country is a code of ISO 3166-1 alpha-2 in capital letters, such as CN.";

describe("a country code", () => {
  test("is one of the 249 that ISO 3166-1 assigns", () => {
    const pairs = LETTERS.flatMap((first) => LETTERS.map((second) => first + second));

    const accepted = pairs.filter((pair) => !throws(() => countryCode(pair)));

    const known = pairs.filter((pair) => !throws(() => GraphQLCountryCode.parseValue(pair)));
    expect(accepted).toEqual(known.filter((code) => code !== KOSOVO));
    expect(accepted).toHaveLength(249);
  });

  test("is what was given", () => {
    expect(countryCode("CN")).toBe("CN");
  });

  test.each(wrong)("is not %s", (_what, raw) => {
    expect(() => countryCode(raw)).toThrow(new InvalidCountryCode(message));
    expect(() => countryCode(raw)).toThrow(expect.objectContaining({ code: "INVALID_COUNTRY_CODE" }));
  });
});

function throws(call: () => void): boolean {
  try {
    call();
    return false;
  } catch {
    return true;
  }
}
