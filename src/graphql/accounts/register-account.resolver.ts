import { Arg, Mutation, Resolver } from "type-graphql";
import type { RegisterMasterAccount } from "../../application/register-master-account.js";
import type { RegisterMemberAccount } from "../../application/register-member-account.js";
import type { RegisterMemberAccounts } from "../../application/register-member-accounts.js";
import {
  RegisterMasterAccountInput,
  RegisterMemberAccountInput,
  RegisterMemberAccountsInput,
} from "./register-account.input.js";
import {
  RegisterMasterAccountResultUnion,
  RegisterMemberAccountResultUnion,
  RegisterMemberAccountsResultUnion,
} from "./register-account.result.js";

@Resolver()
export class RegisterAccountResolver {
  constructor(
    private readonly registerMaster: RegisterMasterAccount,
    private readonly registerMember: RegisterMemberAccount,
    private readonly registerMembers: RegisterMemberAccounts,
  ) {}

  @Mutation(() => RegisterMasterAccountResultUnion, {
    description: "Registers an account that others can be members of.",
  })
  registerMasterAccount(
    @Arg("input", () => RegisterMasterAccountInput, { description: "What to register." })
    { command }: RegisterMasterAccountInput,
  ) {
    return this.registerMaster.execute(command);
  }

  @Mutation(() => RegisterMemberAccountResultUnion, {
    description:
      "Registers a member of a master. Joining exchanges no information: no commit before it reaches the member.",
  })
  registerMemberAccount(
    @Arg("input", () => RegisterMemberAccountInput, { description: "What to register." })
    { command }: RegisterMemberAccountInput,
  ) {
    return this.registerMember.execute(command);
  }

  @Mutation(() => RegisterMemberAccountsResultUnion, {
    description: "Registers up to 1,000 members of a master, all of them or none, as one change of the group.",
  })
  registerMemberAccounts(
    @Arg("input", () => RegisterMemberAccountsInput, { description: "What to register." })
    { command }: RegisterMemberAccountsInput,
  ) {
    return this.registerMembers.execute(command);
  }
}
