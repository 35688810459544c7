import { Field, InputType } from "type-graphql";
import type { Combination } from "../../application/consult-policy.js";
import type { AuthenticationStatus } from "../../domain/enterprise-account.js";
import { enterpriseNameAt } from "../enterprise-name.js";
import { AuthenticationStatusEnum } from "../enums.js";
import { EnterpriseNameScalar } from "../scalars/enterprise-name.scalar.js";

@InputType("EvaluateSyncPolicyInput", { description: "The names and the status that the rule looks at." })
export class EvaluateSyncPolicyInput {
  @Field(() => EnterpriseNameScalar, { description: "The master's name before the authentication." })
  nameBefore!: string;

  @Field(() => EnterpriseNameScalar, { description: "The name the master is authenticated under." })
  nameAfter!: string;

  @Field(() => EnterpriseNameScalar, { description: "The member's name." })
  memberName!: string;

  @Field(() => AuthenticationStatusEnum, { description: "The member's status." })
  memberStatus!: AuthenticationStatus;

  /** @throws BadUserInput */
  get combination(): Combination {
    return {
      nameBefore: enterpriseNameAt(["input", "nameBefore"], this.nameBefore),
      nameAfter: enterpriseNameAt(["input", "nameAfter"], this.nameAfter),
      memberName: enterpriseNameAt(["input", "memberName"], this.memberName),
      memberAuthenticated: this.memberStatus === "AUTHENTICATED",
    };
  }
}
