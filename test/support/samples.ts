import { AuthenticationSnapshot } from "../../src/domain/authentication-snapshot.js";
import { Certificate, type CertificateType } from "../../src/domain/certificate.js";
import { EnterpriseAccount } from "../../src/domain/enterprise-account.js";
import { EnterpriseName } from "../../src/domain/enterprise-name.js";

/** Valid unified social credit codes: of a division that does not exist, but for the last, a published worked example. */
export const CREDIT_CODES = [
  "91990000TT0000015J",
  "91990000TT0000023D",
  "91990000TT00000318",
  "91990000TT000004X0",
  "91990000TT00000580",
  "12990000TT0000015P",
  "51990000TT0000015N",
  "92990000TT0000015F",
  "53990000TT0000015G",
  "91350100M000100Y43",
] as const;

/** The characters of a unified social credit code, each at the index that is its value. */
export const CREDIT_CODE_CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/** The master that accounts are samples of, unless they are told another, and when everything happened. */
const GROUP_ID = "01954f00-0000-7000-8000-000000000000";
const LONG_AGO = new Date("2025-03-01T08:00:00.000Z");

let ids = 0;

/** Another id at each call, in ascending order; the same ones in every run of a test file. */
export function newId(): string {
  ids += 1;
  return `01954f00-0000-7000-8000-${String(ids).padStart(12, "0")}`;
}

export function aName(value: string): EnterpriseName {
  return EnterpriseName.of(value);
}

export function aCertificate(given: { country?: string; type?: CertificateType; number?: string } = {}): Certificate {
  return Certificate.of({ country: "CN", type: "BUSINESS_LICENSE", number: CREDIT_CODES[0], ...given });
}

/** The authentication of `account` by itself, under the name that it bears if no other is given. */
export function aSnapshot(
  account: EnterpriseAccount,
  given: { enterpriseName?: EnterpriseName; certificate?: Certificate; authenticatedAt?: Date } = {},
): AuthenticationSnapshot {
  return AuthenticationSnapshot.of({
    id: newId(),
    accountId: account.id,
    groupId: account.groupId,
    enterpriseName: account.enterpriseName,
    certificate: aCertificate(),
    authenticatedAt: LONG_AGO,
    ...given,
  });
}

interface Status {
  /** By itself. */
  authenticated?: boolean;
  certificate?: Certificate;
}

export function aMaster(
  name: string,
  given: Status & { id?: string; reference?: string; createdAt?: Date } = {},
): EnterpriseAccount {
  const { id = GROUP_ID, reference = null, createdAt = LONG_AGO } = given;
  return inStatus(given, EnterpriseAccount.registerMaster({ id, reference, enterpriseName: aName(name), createdAt }));
}

export function aMember(
  name: string,
  given: Status & { id?: string; groupId?: string; reference?: string; revision?: number; createdAt?: Date } = {},
): EnterpriseAccount {
  const { id = newId(), groupId = GROUP_ID, reference = null, revision = 1, createdAt = LONG_AGO } = given;
  const registration = { id, groupId, reference, enterpriseName: aName(name), revision, createdAt };
  return inStatus(given, EnterpriseAccount.registerMember(registration));
}

function inStatus({ authenticated = false, certificate = aCertificate() }: Status, account: EnterpriseAccount) {
  return authenticated ? account.authenticate(aSnapshot(account, { certificate }), account.revision) : account;
}

/** The nth of any number of distinct valid credit codes, of the division 990000 that does not exist. */
export function creditCode(n: number): string {
  const number = [...n.toString(31)].map((digit) => CREDIT_CODE_CHARACTERS.charAt(Number.parseInt(digit, 31))).join("");
  return creditCodeOf(`91990000TT${number.padStart(6, "0")}`);
}

/** The credit code whose first 16 characters are `start`: with its check character, 18 of them sum up to 0 modulo 31. */
export function creditCodeOf(start: string): string {
  const code = start.slice(0, 8) + organizationCodeOf(start.slice(8));
  const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
  const sum = weightedSum(code, weights, (character) => CREDIT_CODE_CHARACTERS.indexOf(character));
  return code + [...CREDIT_CODE_CHARACTERS].find((_, value) => (sum + value) % 31 === 0);
}

/** The organization code whose first 8 characters are `start`: with its check character, 9 of them sum up to 0 modulo 11. */
export function organizationCodeOf(start: string): string {
  const sum = weightedSum(start, [3, 7, 9, 10, 5, 8, 4, 2], (character) => Number.parseInt(character, 36));
  return start + [..."0123456789X"].find((_, value) => (sum + value) % 11 === 0);
}

function weightedSum(code: string, weights: readonly number[], value: (character: string) => number): number {
  return weights.reduce((sum, weight, index) => sum + weight * value(code.charAt(index)), 0);
}
