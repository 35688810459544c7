import { Field, ObjectType } from "type-graphql";
import type {
  MasterAccountRegistered,
  MemberAccountRegistered,
  MemberAccountsRegistered,
} from "../../application/account-registered.js";
import type { RegisterMasterAccountResult } from "../../application/register-master-account.js";
import type { RegisterMemberAccountResult } from "../../application/register-member-account.js";
import type { RegisterMemberAccountsResult } from "../../application/register-member-accounts.js";
import type { EnterpriseAccount } from "../../domain/enterprise-account.js";
import { MembersRefusedType } from "../refusals/members-refused.type.js";
import {
  AccountNotFoundType,
  IdempotencyKeyReusedType,
  NotAMasterAccountType,
  ReferenceTakenType,
} from "../refusals/refusal.type.js";
import { resultUnion } from "../result-union.js";
import { EnterpriseAccountType } from "./enterprise-account.type.js";

const REPLAYED =
  "True where this answer repeats an earlier one with the same idempotencyKey; the account is as it is now.";

@ObjectType("MasterAccountRegistered", { description: "The master account is registered.", simpleResolvers: true })
export class MasterAccountRegisteredType implements Partial<MasterAccountRegistered> {
  @Field(() => EnterpriseAccountType, { description: "The account." })
  account!: EnterpriseAccount;

  @Field(() => Boolean, { description: REPLAYED })
  replayed!: boolean;
}

@ObjectType("MemberAccountRegistered", { description: "The member account is registered.", simpleResolvers: true })
class MemberAccountRegisteredType implements Partial<MemberAccountRegistered> {
  @Field(() => EnterpriseAccountType, { description: "The account." })
  account!: EnterpriseAccount;

  @Field(() => Boolean, { description: REPLAYED })
  replayed!: boolean;
}

@ObjectType("MemberAccountsRegistered", {
  description: "The member accounts are registered, all of them.",
  simpleResolvers: true,
})
class MemberAccountsRegisteredType implements Partial<MemberAccountsRegistered> {
  @Field(() => [EnterpriseAccountType], { description: "The accounts, in the order they were given." })
  accounts!: readonly EnterpriseAccount[];

  @Field(() => Boolean, {
    description:
      "True where this answer repeats an earlier one with the same idempotencyKey; the accounts are as they are now.",
  })
  replayed!: boolean;
}

export const RegisterMasterAccountResultUnion = resultUnion<RegisterMasterAccountResult>(
  "RegisterMasterAccountResult",
  "What was registered, or why nothing was.",
  { MasterAccountRegistered: MasterAccountRegisteredType, IdempotencyKeyReused: IdempotencyKeyReusedType },
);

export const RegisterMemberAccountResultUnion = resultUnion<RegisterMemberAccountResult>(
  "RegisterMemberAccountResult",
  "What was registered, or why nothing was.",
  {
    MemberAccountRegistered: MemberAccountRegisteredType,
    AccountNotFound: AccountNotFoundType,
    NotAMasterAccount: NotAMasterAccountType,
    ReferenceTaken: ReferenceTakenType,
    IdempotencyKeyReused: IdempotencyKeyReusedType,
  },
);

export const RegisterMemberAccountsResultUnion = resultUnion<RegisterMemberAccountsResult>(
  "RegisterMemberAccountsResult",
  "What was registered, or why nothing was.",
  {
    MemberAccountsRegistered: MemberAccountsRegisteredType,
    AccountNotFound: AccountNotFoundType,
    NotAMasterAccount: NotAMasterAccountType,
    MembersRefused: MembersRefusedType,
    IdempotencyKeyReused: IdempotencyKeyReusedType,
  },
);
