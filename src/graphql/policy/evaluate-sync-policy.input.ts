import { Field, InputType } from "type-graphql";
import type { Combination } from "../../application/consult-policy.js";
import type { AuthenticationStatus } from "../../domain/enterprise-account.js";
import { EnterpriseName } from "../../domain/enterprise-name.js";
import { AuthenticationStatusEnum } from "../enums.js";
import { parseArgument } from "../errors/bad-user-input.js";
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
    const name = (field: "nameBefore" | "nameAfter" | "memberName") =>
      parseArgument(["input", field], () => EnterpriseName.of(this[field]));
    return {
      nameBefore: name("nameBefore"),
      nameAfter: name("nameAfter"),
      memberName: name("memberName"),
      memberAuthenticated: this.memberStatus === "AUTHENTICATED",
    };
  }
}
