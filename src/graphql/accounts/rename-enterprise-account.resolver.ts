import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import type {
  EnterpriseAccountRenamed,
  RenameEnterpriseAccountCommand,
  RenameEnterpriseAccountResult,
} from "../../application/rename-enterprise-account.js";
import type { EnterpriseAccount } from "../../domain/enterprise-account.js";
import type { Context } from "../context.js";
import { enterpriseNameAt } from "../enterprise-name.js";
import { AccountNotFoundType, EnterpriseNameFixedType } from "../refusals/refusal.type.js";
import { resultUnion } from "../result-union.js";
import { EnterpriseNameScalar } from "../scalars/enterprise-name.scalar.js";
import { EnterpriseAccountType } from "./enterprise-account.type.js";

@InputType("RenameEnterpriseAccountInput", { description: "An account, and its new name." })
class RenameEnterpriseAccountInput {
  @Field(() => ID, { description: "The account." })
  accountId!: string;

  @Field(() => EnterpriseNameScalar, { description: "The name it is to bear." })
  enterpriseName!: string;

  /** @throws BadUserInput */
  get command(): RenameEnterpriseAccountCommand {
    const enterpriseName = enterpriseNameAt(["input", "enterpriseName"], this.enterpriseName);
    return { accountId: this.accountId, enterpriseName };
  }
}

@ObjectType("EnterpriseAccountRenamed", { description: "The account bears its new name.", simpleResolvers: true })
class EnterpriseAccountRenamedType implements Partial<EnterpriseAccountRenamed> {
  @Field(() => EnterpriseAccountType, { description: "The account." })
  account!: EnterpriseAccount;
}

const RenameEnterpriseAccountResultUnion = resultUnion<RenameEnterpriseAccountResult>(
  "RenameEnterpriseAccountResult",
  "The renamed account, or why it was not renamed.",
  {
    EnterpriseAccountRenamed: EnterpriseAccountRenamedType,
    AccountNotFound: AccountNotFoundType,
    EnterpriseNameFixed: EnterpriseNameFixedType,
  },
);

@Resolver()
export class RenameEnterpriseAccountResolver {
  @Mutation(() => RenameEnterpriseAccountResultUnion, {
    description: "Gives an account another name, as long as it is not authenticated.",
  })
  renameEnterpriseAccount(
    @Arg("input", () => RenameEnterpriseAccountInput, { description: "What to rename." })
    { command }: RenameEnterpriseAccountInput,
    @Ctx() { useCases }: Context,
  ) {
    return useCases.rename.execute(command);
  }
}
