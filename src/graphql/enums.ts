import { registerEnumType } from "type-graphql";
import type { MemberRefusalReason } from "../application/refusals.js";
import type { CertificateType } from "../domain/certificate.js";
import type { AccountRole, AuthenticationOrigin, AuthenticationStatus } from "../domain/enterprise-account.js";
import type { RuleProvenance, SyncEffect, SyncReason } from "../domain/sync-decision.js";

/** A GraphQL enum of the values of a domain type, each with its description: one that is missing does not compile. */
function enumOf<T extends string>(name: string, description: string, values: Record<T, string>): Record<T, T> {
  const described = Object.entries<string>(values);
  const object = Object.fromEntries(described.map(([value]) => [value, value])) as Record<T, T>;
  const valuesConfig = Object.fromEntries(described.map(([value, description]) => [value, { description }]));
  registerEnumType(object, { name, description, valuesConfig: valuesConfig as never });
  return object;
}

export const AccountRoleEnum = enumOf<AccountRole>("AccountRole", "What an account is in its group.", {
  MASTER: "Other accounts are members of it.",
  MEMBER: "It belongs to exactly one master.",
});

export const MemberRefusalReasonEnum = enumOf<MemberRefusalReason>(
  "MemberRefusalReason",
  "Why one of several new members cannot be registered.",
  {
    INVALID_ENTERPRISE_NAME: "What was given is no enterprise name.",
    INVALID_ACCOUNT_REFERENCE: "What was given is no reference.",
    REFERENCE_TAKEN: "Another account of the group bears the reference already.",
    REFERENCE_REPEATED: "An earlier one of these members has the reference too.",
  },
);

export const AuthenticationStatusEnum = enumOf<AuthenticationStatus>(
  "AuthenticationStatus",
  "Whether a real-name authentication is in force for an account.",
  {
    NOT_AUTHENTICATED: "None is. The account may change its enterprise name at any time.",
    AUTHENTICATED: "One is. The enterprise name changes through authentication only.",
  },
);

export const AuthenticationOriginEnum = enumOf<AuthenticationOrigin>(
  "AuthenticationOrigin",
  "How an account came by an authentication.",
  {
    OWN: "The account was authenticated itself.",
    SYNCHRONIZED: "Its master was authenticated, and the account shares that authentication.",
  },
);

export const CertificateTypeEnum = enumOf<CertificateType>(
  "CertificateType",
  "The kind of a registration document, which says what its number must look like.",
  {
    BUSINESS_LICENSE: "In CN: a unified social credit code, or the older 15 digits. Elsewhere: free form.",
    PUBLIC_INSTITUTION_LEGAL_PERSON: "In CN: a unified social credit code. Elsewhere: free form.",
    SOCIAL_ORGANIZATION_LEGAL_PERSON: "In CN: a unified social credit code. Elsewhere: free form.",
    LAW_ENFORCEMENT_QUALIFICATION: "Free form.",
    ORGANIZATION_CODE: "In CN: 8 digits or letters and a check character (GB 11714). Elsewhere: free form.",
    OTHER: "Free form.",
  },
);

export const SyncReasonEnum = enumOf<SyncReason>("SyncReason", "Why a member is synchronized, or is not.", {
  SAME_NAME_BEFORE: "Its name is the same as the master's before the authentication. Goes before SAME_NAME_AFTER.",
  SAME_NAME_AFTER: "Its name is the same as the one that the master is authenticated under.",
  DIFFERENT_NAME: "Its name is neither: the member is not synchronized.",
});

export const SyncEffectEnum = enumOf<SyncEffect>("SyncEffect", "What the master's authentication does to a member.", {
  GRANT: "A member that was not authenticated is authenticated.",
  REPLACE: "An authentication of the member's own is replaced by the master's: a verified identity is overwritten.",
  CONFIRM: "The member was authenticated under the same name and with the same certificate already.",
  NONE: "Nothing: the member is not synchronized.",
});

export const RuleProvenanceEnum = enumOf<RuleProvenance>("RuleProvenance", "Where a decision is written down.", {
  DOCUMENTED: "It is a case of the published Table 1.",
  IMPLIED: "It follows from the rule's text.",
});
