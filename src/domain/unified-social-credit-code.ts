import { InvalidCertificateNumber } from "./invalid-certificate-number.js";
import { assertOrganizationCode } from "./organization-code.js";

/** A character's value is its index: no I, O, S, V and Z. */
const CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const LENGTH = 18;

/**
 * Holds a unified social credit code (GB 32100-2015) to its form and to both of its check characters: that of the
 * organization code at positions 9 to 17, and its own at position 18.
 * @throws InvalidCertificateNumber
 */
export function assertUnifiedSocialCreditCode(code: string): void {
  if (code.length !== LENGTH) {
    throw new InvalidCertificateNumber(
      `A unified social credit code has ${LENGTH} characters; this one has ${code.length}.`,
    );
  }
  assertCharacters(code);
  assertOrganizationCode(code.slice(8, 17), 8);
  if (code.charAt(17) !== checkCharacter(code)) {
    throw new InvalidCertificateNumber(
      "The unified social credit code does not match its check character at position 18.",
    );
  }
}

function assertCharacters(code: string): void {
  [...code].forEach((character, index) => {
    if (!CHARACTERS.includes(character)) {
      const found = /[A-Z]/.test(character) ? `the letter ${character}, which` : "a character that";
      throw new InvalidCertificateNumber(`Position ${index + 1} is ${found} no unified social credit code contains.`);
    }
    if (index >= 2 && index <= 7 && !/\d/.test(character)) {
      throw new InvalidCertificateNumber(
        `Position ${index + 1} must be a digit: positions 3 to 8 are the code of an administrative division.`,
      );
    }
  });
}

/** 31 less the sum modulo 31, and modulo 31 again; the weights are the powers of 3 modulo 31. */
function checkCharacter(code: string): string {
  let sum = 0;
  let weight = 1;
  for (const character of code.slice(0, LENGTH - 1)) {
    sum += weight * CHARACTERS.indexOf(character);
    weight = (weight * 3) % 31;
  }
  return CHARACTERS.charAt((31 - (sum % 31)) % 31);
}
