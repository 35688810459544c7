import { countryCode } from "./country-code.js";
import { InvalidCertificateNumber } from "./invalid-certificate-number.js";
import { assertOrganizationCode } from "./organization-code.js";
import { assertUnifiedSocialCreditCode } from "./unified-social-credit-code.js";

export type CertificateType =
  | "BUSINESS_LICENSE"
  | "PUBLIC_INSTITUTION_LEGAL_PERSON"
  | "SOCIAL_ORGANIZATION_LEGAL_PERSON"
  | "LAW_ENFORCEMENT_QUALIFICATION"
  | "ORGANIZATION_CODE"
  | "OTHER";

const FREE_FORM_LENGTH = 32;
const SHORTEST_WITH_A_MIDDLE = 15;

/** A registration document. Two certificates are the same when country, type and normalized number are. */
export class Certificate {
  private constructor(
    readonly country: string,
    readonly type: CertificateType,
    /** Normalized: NFKC, in capital letters, without spaces. */
    readonly number: string,
  ) {}

  /** @throws InvalidCountryCode or InvalidCertificateNumber */
  static of(given: { country: string; type: CertificateType; number: string }): Certificate {
    const country = countryCode(given.country);
    return new Certificate(country, given.type, normalizedNumber(country, given.type, given.number));
  }

  /** For those who may not see the number: its two ends, or nothing of one that is too short to have a middle. */
  get maskedNumber(): string {
    const [start, end] =
      this.number.length < SHORTEST_WITH_A_MIDDLE ? ["", ""] : [this.number.slice(0, 4), this.number.slice(-3)];
    return `${start}${"*".repeat(10)}${end}`;
  }

  equals(other: Certificate): boolean {
    return this.country === other.country && this.type === other.type && this.number === other.number;
  }
}

function normalizedNumber(country: string, type: CertificateType, raw: string): string {
  const number = freeForm(raw);
  return country === "CN" ? (CHINESE_NUMBERS[type]?.(number) ?? number) : number;
}

function freeForm(raw: string): string {
  const trimmed = raw.trim();
  // No character takes more than two UTF-16 units; NFKC takes quadratic time for long runs of combining marks.
  const given = trimmed.length > 2 * FREE_FORM_LENGTH ? trimmed : trimmed.normalize("NFKC").trim();
  if (given.length < 1 || given.length > FREE_FORM_LENGTH) {
    throw new InvalidCertificateNumber(`A certificate number has 1 to ${FREE_FORM_LENGTH} characters.`);
  }
  const wrong = given.search(/[^0-9A-Za-z./() -]/);
  if (wrong >= 0) {
    throw new InvalidCertificateNumber(
      `A certificate number is made up of digits, Latin letters, spaces and - . / ( ) only; position ${wrong + 1} is none of them.`,
    );
  }
  return given.toUpperCase().replaceAll(" ", "");
}

/** What the number of each type must be in China, without the hyphens it may be written with. Other types are free form. */
const CHINESE_NUMBERS: Partial<Record<CertificateType, (number: string) => string>> = {
  BUSINESS_LICENSE: (number) => (/^\d{15}$/.test(number) ? number : creditCode(number)),
  PUBLIC_INSTITUTION_LEGAL_PERSON: creditCode,
  SOCIAL_ORGANIZATION_LEGAL_PERSON: creditCode,
  ORGANIZATION_CODE: organizationCode,
};

function creditCode(number: string): string {
  const code = number.replaceAll("-", "");
  assertUnifiedSocialCreditCode(code);
  return code;
}

function organizationCode(number: string): string {
  const code = number.replace(/^(.{8})-(.)$/, "$1$2");
  assertOrganizationCode(code);
  return code;
}
