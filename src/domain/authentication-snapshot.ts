import type { Certificate } from "./certificate.js";
import type { EnterpriseName } from "./enterprise-name.js";

/** The immutable record of one authentication of one account: under which name, with which certificate, when. */
export class AuthenticationSnapshot {
  private constructor(
    readonly id: string,
    /** The account that was authenticated. */
    readonly accountId: string,
    /** The group, by its master's id, that the account was in. */
    readonly groupId: string,
    readonly enterpriseName: EnterpriseName,
    readonly certificate: Certificate,
    readonly authenticatedAt: Date,
  ) {}

  static of(given: {
    id: string;
    accountId: string;
    groupId: string;
    enterpriseName: EnterpriseName;
    certificate: Certificate;
    authenticatedAt: Date;
  }): AuthenticationSnapshot {
    const { id, accountId, groupId, enterpriseName, certificate, authenticatedAt } = given;
    return new AuthenticationSnapshot(id, accountId, groupId, enterpriseName, certificate, authenticatedAt);
  }
}
