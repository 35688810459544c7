import { InvalidCertificateNumber } from "./invalid-certificate-number.js";

const CHARACTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

/**
 * Holds an organization code (GB 11714) to its form: eight digits or capital letters, and a check character.
 * @param offset how many characters of the certificate number stand before the code, for the positions in messages
 * @throws InvalidCertificateNumber
 */
export function assertOrganizationCode(code: string, offset = 0): void {
  if (code.length !== 9) {
    throw new InvalidCertificateNumber(`An organization code has 9 characters; this one has ${code.length}.`);
  }
  const wrong = [...code].findIndex((character) => !CHARACTERS.includes(character));
  if (wrong >= 0) {
    throw new InvalidCertificateNumber(
      `An organization code is made up of digits and capital letters; position ${offset + wrong + 1} is neither.`,
    );
  }
  if (code.charAt(8) !== checkCharacter(code)) {
    throw new InvalidCertificateNumber(
      `The organization code does not match its check character at position ${offset + 9}.`,
    );
  }
}

/** 11 less the weighted sum modulo 11, where 10 is written X and 11 is written 0. */
function checkCharacter(code: string): string {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * CHARACTERS.indexOf(code.charAt(index)), 0);
  return "0X987654321".charAt(sum % 11);
}
