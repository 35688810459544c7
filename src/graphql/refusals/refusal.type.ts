import { Field, ID, InterfaceType, ObjectType } from "type-graphql";
import type { Refusal } from "../../application/refusals.js";
import type { EnterpriseAccount } from "../../domain/enterprise-account.js";
import { EnterpriseAccountType } from "../accounts/enterprise-account.type.js";

@InterfaceType("Refusal", {
  description: "An expected no; nothing was changed. `... on Refusal { message }` reads any, also ones added later.",
  resolveType: ({ kind }: Refusal) => kind,
})
export abstract class RefusalType {
  @Field(() => String, { description: "One sentence for a person." })
  message!: string;
}

@ObjectType("AccountNotFound", {
  description: "There is no account with this id.",
  implements: RefusalType,
  simpleResolvers: true,
})
export class AccountNotFoundType extends RefusalType {
  @Field(() => ID, { description: "The id that was given." })
  accountId!: string;
}

@ObjectType("NotAMasterAccount", {
  description: "The account is a member itself; only a master has members.",
  implements: RefusalType,
  simpleResolvers: true,
})
export class NotAMasterAccountType extends RefusalType {
  @Field(() => ID, { description: "The id that was given." })
  accountId!: string;
}

@ObjectType("ReferenceTaken", {
  description: "Another account of the group bears the reference already.",
  implements: RefusalType,
  simpleResolvers: true,
})
export class ReferenceTakenType extends RefusalType {
  @Field(() => String, { description: "The reference that was given." })
  reference!: string;

  @Field(() => EnterpriseAccountType, { description: "The account that bears it." })
  account!: EnterpriseAccount;
}

@ObjectType("AlreadyAuthenticated", {
  description:
    "The account is authenticated already, by itself or with its master: this would not be its first authentication.",
  implements: RefusalType,
  simpleResolvers: true,
})
export class AlreadyAuthenticatedType extends RefusalType {
  @Field(() => EnterpriseAccountType, { description: "The account." })
  account!: EnterpriseAccount;
}

@ObjectType("EnterpriseNameFixed", {
  description: "The account is authenticated: its name changes through authentication only.",
  implements: RefusalType,
  simpleResolvers: true,
})
export class EnterpriseNameFixedType extends RefusalType {
  @Field(() => EnterpriseAccountType, { description: "The account." })
  account!: EnterpriseAccount;
}

@ObjectType("IdempotencyKeyReused", {
  description: "The idempotency key was used before, for something else.",
  implements: RefusalType,
  simpleResolvers: true,
})
export class IdempotencyKeyReusedType extends RefusalType {}
