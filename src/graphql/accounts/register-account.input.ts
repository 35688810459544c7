import { Field, ID, InputType } from "type-graphql";
import type { RegisterMasterAccountCommand } from "../../application/register-master-account.js";
import type { RegisterMemberAccountCommand } from "../../application/register-member-account.js";
import { enterpriseNameAt } from "../enterprise-name.js";
import { idempotencyKeyIn } from "../idempotency-key.js";
import { EnterpriseNameScalar } from "../scalars/enterprise-name.scalar.js";

const KEY_DESCRIPTION =
  "1 to 255 characters, the caller's own; the same key and input give the same account, once done.";

@InputType("RegisterMasterAccountInput", { description: "An account that others can be members of." })
export class RegisterMasterAccountInput {
  @Field(() => EnterpriseNameScalar, { description: "Its enterprise name." })
  enterpriseName!: string;

  @Field(() => String, { nullable: true, description: KEY_DESCRIPTION })
  idempotencyKey?: string | null;

  /** @throws BadUserInput */
  get command(): RegisterMasterAccountCommand {
    return {
      enterpriseName: enterpriseNameAt(["input", "enterpriseName"], this.enterpriseName),
      idempotencyKey: idempotencyKeyIn(this.idempotencyKey),
    };
  }
}

@InputType("RegisterMemberAccountInput", { description: "A member of a master." })
export class RegisterMemberAccountInput {
  @Field(() => ID, { description: "The master it is to be a member of." })
  masterId!: string;

  @Field(() => EnterpriseNameScalar, { description: "Its enterprise name." })
  enterpriseName!: string;

  @Field(() => String, { nullable: true, description: KEY_DESCRIPTION })
  idempotencyKey?: string | null;

  /** @throws BadUserInput */
  get command(): RegisterMemberAccountCommand {
    return {
      masterId: this.masterId,
      enterpriseName: enterpriseNameAt(["input", "enterpriseName"], this.enterpriseName),
      idempotencyKey: idempotencyKeyIn(this.idempotencyKey),
    };
  }
}
