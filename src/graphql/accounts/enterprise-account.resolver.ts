import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import type { EnterpriseAccount } from "../../domain/enterprise-account.js";
import {
  AuthenticationHistoryConnectionType,
  historyEdgeOf,
} from "../authentications/authentication-history-connection.type.js";

import { ConnectionArgs } from "../connections/connection.args.js";
import { connectionOf } from "../connections/connection.js";
import type { Context } from "../context.js";
import { AccountFilterInput } from "./account-filter.input.js";
import { EnterpriseAccountType } from "./enterprise-account.type.js";
import { EnterpriseAccountConnectionType } from "./enterprise-account-connection.type.js";
import { MemberFilterInput } from "./member-filter.input.js";

const edgeOf = (node: EnterpriseAccount) => ({ node });

@Resolver(() => EnterpriseAccountType)
export class EnterpriseAccountResolver {
  @Query(() => EnterpriseAccountType, {
    nullable: true,
    description: "The account with this id; null where there is none.",
  })
  enterpriseAccount(@Arg("id", () => ID, { description: "Its id." }) id: string, @Ctx() { loaders }: Context) {
    return loaders.accounts.load(id);
  }

  @Query(() => EnterpriseAccountConnectionType, {
    description:
      "Masters and members, newest first. Where `authenticationStatus` or `enterpriseName` is asked for, which members may share with their master: the newest group first, in it by name and by the age of that name.",
  })
  async enterpriseAccounts(
    @Args(() => ConnectionArgs) { page }: ConnectionArgs,
    @Arg("filter", () => AccountFilterInput, { nullable: true, description: "Only these." })
    input: AccountFilterInput | null,
    @Ctx() { useCases }: Context,
  ) {
    return connectionOf(await useCases.browse.list(input?.filter ?? {}, page), edgeOf);
  }

  @FieldResolver(() => EnterpriseAccountType, {
    nullable: true,
    description: "The account it is a member of; null for a master.",
  })
  master(@Root() { masterId }: EnterpriseAccount, @Ctx() { loaders }: Context) {
    return masterId && loaders.accounts.load(masterId);
  }

  @FieldResolver(() => EnterpriseAccountConnectionType, {
    description:
      "Its members, in the order they joined; none for a member. Where `authenticationStatus` or `enterpriseName` is asked for: by name and by the age of that name.",
  })
  async members(
    @Root() { id }: EnterpriseAccount,
    @Args(() => ConnectionArgs) { page }: ConnectionArgs,
    @Arg("filter", () => MemberFilterInput, { nullable: true, description: "Only these." })
    input: MemberFilterInput | null,
    @Ctx() { loaders }: Context,
  ) {
    return connectionOf(await loaders.membersOf(input?.filter ?? {}, page).load(id), edgeOf);
  }

  @FieldResolver(() => AuthenticationHistoryConnectionType, {
    description: "Every authentication that came in force for it, its own and its master's, newest first.",
  })
  async authenticationHistory(
    @Root() account: EnterpriseAccount,
    @Args(() => ConnectionArgs) { page }: ConnectionArgs,
    @Ctx() { loaders }: Context,
  ) {
    return connectionOf(await loaders.historyOf(page).load(account), historyEdgeOf);
  }
}
