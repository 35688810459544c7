import { Field, InputType } from "type-graphql";
import type { MemberFilter } from "../../application/stores.js";
import type { AuthenticationStatus } from "../../domain/enterprise-account.js";
import { accountReferenceAt } from "../account-reference.js";
import { AuthenticationStatusEnum } from "../enums.js";
import { EnterpriseNameScalar } from "../scalars/enterprise-name.scalar.js";
import { nameIn } from "./account-filter.input.js";

@InputType("MemberFilter", { description: "Which members are meant: those that fit everything that is given." })
export class MemberFilterInput {
  @Field(() => AuthenticationStatusEnum, { nullable: true, description: "Members with this status now." })
  authenticationStatus?: AuthenticationStatus | null;

  @Field(() => EnterpriseNameScalar, { nullable: true, description: "Members that bear the same name now." })
  enterpriseName?: string | null;

  @Field(() => String, { nullable: true, description: "The member that bears this reference." })
  reference?: string | null;

  get filter(): MemberFilter {
    return {
      authenticationStatus: this.authenticationStatus ?? null,
      enterpriseName: nameIn(this.enterpriseName),
      reference: accountReferenceAt(["filter", "reference"], this.reference),
    };
  }
}
