import { Field, InputType } from "type-graphql";
import type { AccountFilter } from "../../application/stores.js";
import type { AccountRole, AuthenticationStatus } from "../../domain/enterprise-account.js";
import type { EnterpriseName } from "../../domain/enterprise-name.js";
import { accountReferenceAt } from "../account-reference.js";
import { enterpriseNameAt } from "../enterprise-name.js";
import { AccountRoleEnum, AuthenticationStatusEnum } from "../enums.js";
import { EnterpriseNameScalar } from "../scalars/enterprise-name.scalar.js";

@InputType("EnterpriseAccountFilter", {
  description: "Which accounts are meant: those that fit everything that is given.",
})
export class AccountFilterInput {
  @Field(() => AccountRoleEnum, { nullable: true, description: "Masters only, or members only." })
  role?: AccountRole | null;

  @Field(() => AuthenticationStatusEnum, { nullable: true, description: "Accounts with this status now." })
  authenticationStatus?: AuthenticationStatus | null;

  @Field(() => EnterpriseNameScalar, { nullable: true, description: "Accounts that bear the same name now." })
  enterpriseName?: string | null;

  @Field(() => String, { nullable: true, description: "Accounts that bear this reference; each group may have one." })
  reference?: string | null;

  get filter(): AccountFilter {
    return {
      role: this.role ?? null,
      authenticationStatus: this.authenticationStatus ?? null,
      enterpriseName: nameIn(this.enterpriseName),
      reference: accountReferenceAt(["filter", "reference"], this.reference),
    };
  }
}

/** The name that a filter asks for. */
export function nameIn(given: string | null | undefined): EnterpriseName | null {
  return given == null ? null : enterpriseNameAt(["filter", "enterpriseName"], given);
}
