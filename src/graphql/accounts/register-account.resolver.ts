import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import type { Context } from "../context.js";
import {
  RegisterMasterAccountInput,
  RegisterMemberAccountInput,
  RegisterMemberAccountsInput,
} from "./register-account.input.js";
import {
  MasterAccountRegisteredType,
  RegisterMasterAccountResultUnion,
  RegisterMemberAccountResultUnion,
  RegisterMemberAccountsResultUnion,
} from "./register-account.result.js";

@Resolver(() => MasterAccountRegisteredType)
export class RegisterAccountResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description: "How the caller comes to reach the new group; null where it does already.",
  })
  howToBeGranted(@Root() { account }: MasterAccountRegisteredType, @Ctx() { caller }: Context) {
    if (caller.reaches(account.id)) return null;
    return `Have the issuer of your token add ${account.id} to its claim "groups".`;
  }

  @Mutation(() => RegisterMasterAccountResultUnion, {
    description: "Registers an account that others can be members of.",
  })
  registerMasterAccount(
    @Arg("input", () => RegisterMasterAccountInput, { description: "What to register." })
    { command }: RegisterMasterAccountInput,
    @Ctx() { useCases }: Context,
  ) {
    return useCases.registerMaster.execute(command);
  }

  @Mutation(() => RegisterMemberAccountResultUnion, {
    description:
      "Registers a member of a master. Joining exchanges no information: no commit before it reaches the member.",
  })
  registerMemberAccount(
    @Arg("input", () => RegisterMemberAccountInput, { description: "What to register." })
    { command }: RegisterMemberAccountInput,
    @Ctx() { useCases }: Context,
  ) {
    return useCases.registerMember.execute(command);
  }

  @Mutation(() => RegisterMemberAccountsResultUnion, {
    description: "Registers up to 1,000 members of a master, all of them or none, as one change of the group.",
  })
  registerMemberAccounts(
    @Arg("input", () => RegisterMemberAccountsInput, { description: "What to register." })
    { command }: RegisterMemberAccountsInput,
    @Ctx() { useCases }: Context,
  ) {
    return useCases.registerMembers.execute(command);
  }
}
