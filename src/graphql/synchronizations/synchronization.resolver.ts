import { Args, Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import type { Synchronization } from "../../domain/synchronization.js";
import { EnterpriseAccountType } from "../accounts/enterprise-account.type.js";
import { RECORDED_BY, RecordedByType } from "../authentications/recorded-by.type.js";
import { ConnectionArgs } from "../connections/connection.args.js";
import { connectionOf } from "../connections/connection.js";
import type { Context } from "../context.js";
import { decisionEdgeOf, MemberDecisionConnectionType } from "./member-decision-connection.type.js";
import { SynchronizationType } from "./synchronization.type.js";

@Resolver(() => SynchronizationType)
export class SynchronizationResolver {
  @FieldResolver(() => EnterpriseAccountType, { description: "The account whose authentication it carried." })
  master(@Root() { groupId }: Synchronization, @Ctx() { loaders }: Context) {
    return loaders.accounts.load(groupId);
  }

  @FieldResolver(() => RecordedByType, RECORDED_BY)
  recordedBy(@Root() { snapshot }: Synchronization, @Ctx() { loaders }: Context) {
    return loaders.recorderOf.load(snapshot);
  }

  @FieldResolver(() => Int, { description: "How many members were synchronized. Counted when asked for." })
  synchronizedCount(@Root() synchronization: Synchronization, @Ctx() { useCases }: Context) {
    return useCases.browse.synchronizedCount(synchronization);
  }

  @FieldResolver(() => MemberDecisionConnectionType, {
    description: "The members that were synchronized, by the name they bore and by the age of that name.",
  })
  async members(
    @Root() synchronization: Synchronization,
    @Args(() => ConnectionArgs) { page }: ConnectionArgs,
    @Ctx() { useCases }: Context,
  ) {
    return connectionOf(await useCases.browse.synchronizedMembers(synchronization, page), decisionEdgeOf);
  }
}
