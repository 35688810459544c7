import { Field, ID, InputType } from "type-graphql";
import type { RegisterMasterAccountCommand } from "../../application/register-master-account.js";
import type { RegisterMemberAccountCommand } from "../../application/register-member-account.js";
import type { NewMember, RegisterMemberAccountsCommand } from "../../application/register-member-accounts.js";
import { accountReferenceAt } from "../account-reference.js";
import { enterpriseNameAt } from "../enterprise-name.js";
import { BadUserInput } from "../errors/bad-user-input.js";
import { idempotencyKeyIn } from "../idempotency-key.js";
import { EnterpriseNameScalar } from "../scalars/enterprise-name.scalar.js";

const KEY_DESCRIPTION =
  "1 to 255 characters, the caller's own; the same key and input give the same account, once done.";

const REFERENCE_DESCRIPTION =
  "The caller's own identifier of it: 1 to 128 characters, unique within its group, compared as it is.";

@InputType("RegisterMasterAccountInput", { description: "An account that others can be members of." })
export class RegisterMasterAccountInput {
  @Field(() => EnterpriseNameScalar, { description: "Its enterprise name." })
  enterpriseName!: string;

  @Field(() => String, { nullable: true, description: REFERENCE_DESCRIPTION })
  reference?: string | null;

  @Field(() => String, { nullable: true, description: KEY_DESCRIPTION })
  idempotencyKey?: string | null;

  /** @throws BadUserInput */
  get command(): RegisterMasterAccountCommand {
    return {
      enterpriseName: enterpriseNameAt(["input", "enterpriseName"], this.enterpriseName),
      reference: accountReferenceAt(["input", "reference"], this.reference),
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

  @Field(() => String, { nullable: true, description: REFERENCE_DESCRIPTION })
  reference?: string | null;

  @Field(() => String, { nullable: true, description: KEY_DESCRIPTION })
  idempotencyKey?: string | null;

  /** @throws BadUserInput */
  get command(): RegisterMemberAccountCommand {
    return {
      masterId: this.masterId,
      enterpriseName: enterpriseNameAt(["input", "enterpriseName"], this.enterpriseName),
      reference: accountReferenceAt(["input", "reference"], this.reference),
      idempotencyKey: idempotencyKeyIn(this.idempotencyKey),
    };
  }
}

const MAX_NEW_MEMBERS = 1000;

@InputType("NewMemberInput", { description: "One of several new members." })
class NewMemberInput {
  @Field(() => EnterpriseNameScalar, { description: "Its enterprise name." })
  enterpriseName!: string;

  @Field(() => String, { nullable: true, description: REFERENCE_DESCRIPTION })
  reference?: string | null;
}

@InputType("RegisterMemberAccountsInput", { description: "Members of a master." })
export class RegisterMemberAccountsInput {
  @Field(() => ID, { description: "The master they are to be members of." })
  masterId!: string;

  @Field(() => [NewMemberInput], {
    description: "1 to 1,000 members. Give them as a variable: a document has at most 5,000 tokens.",
  })
  members!: NewMemberInput[];

  @Field(() => String, {
    nullable: true,
    description: "1 to 255 characters, the caller's own; the same key and input give the same accounts, once done.",
  })
  idempotencyKey?: string | null;

  /** @throws BadUserInput */
  get command(): RegisterMemberAccountsCommand {
    return {
      masterId: this.masterId,
      members: membersIn(this.members),
      idempotencyKey: idempotencyKeyIn(this.idempotencyKey),
    };
  }
}

/** As they were given: what is wrong with any of them is answered together. */
function membersIn(given: readonly NewMemberInput[]): NewMember[] {
  if (given.length < 1 || given.length > MAX_NEW_MEMBERS) {
    const message = `1 to ${MAX_NEW_MEMBERS} members can be registered at once, not ${given.length}.`;
    throw new BadUserInput(["input", "members"], message, "INVALID_MEMBER_COUNT");
  }
  return given.map(({ enterpriseName, reference = null }) => ({ enterpriseName, reference }));
}
