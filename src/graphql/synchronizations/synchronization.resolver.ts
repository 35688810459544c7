import { Args, Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import type { BrowseAccounts } from "../../application/browse-accounts.js";
import type { Synchronization } from "../../domain/synchronization.js";
import { EnterpriseAccountType } from "../accounts/enterprise-account.type.js";
import { ConnectionArgs } from "../connections/connection.args.js";
import { connectionOf } from "../connections/connection.js";
import type { Context } from "../context.js";
import { decisionEdgeOf, MemberDecisionConnectionType } from "./member-decision-connection.type.js";
import { SynchronizationType } from "./synchronization.type.js";

@Resolver(() => SynchronizationType)
export class SynchronizationResolver {
  constructor(private readonly browse: BrowseAccounts) {}

  @FieldResolver(() => EnterpriseAccountType, { description: "The account whose authentication it carried." })
  master(@Root() { groupId }: Synchronization, @Ctx() { loaders }: Context) {
    return loaders.accounts.load(groupId);
  }

  @FieldResolver(() => Int, { description: "How many members were synchronized. Counted when asked for." })
  synchronizedCount(@Root() synchronization: Synchronization) {
    return this.browse.synchronizedCount(synchronization);
  }

  @FieldResolver(() => MemberDecisionConnectionType, {
    description: "The members that were synchronized, by the name they bore and by the age of that name.",
  })
  async members(@Root() synchronization: Synchronization, @Args(() => ConnectionArgs) { page }: ConnectionArgs) {
    return connectionOf(await this.browse.synchronizedMembers(synchronization, page), decisionEdgeOf);
  }
}
