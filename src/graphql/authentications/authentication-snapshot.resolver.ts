import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { AuthenticationSnapshot } from "../../domain/authentication-snapshot.js";
import { EnterpriseAccountType } from "../accounts/enterprise-account.type.js";
import type { Context } from "../context.js";
import { SynchronizationType } from "../synchronizations/synchronization.type.js";
import { AuthenticationSnapshotType } from "./authentication-snapshot.type.js";
import { RECORDED_BY, RecordedByType } from "./recorded-by.type.js";

@Resolver(() => AuthenticationSnapshotType)
export class AuthenticationSnapshotResolver {
  @FieldResolver(() => EnterpriseAccountType, {
    description: "The account that was authenticated: for a synchronized member, its master.",
  })
  account(@Root() { accountId }: AuthenticationSnapshot, @Ctx() { loaders }: Context) {
    return loaders.accounts.load(accountId);
  }

  @FieldResolver(() => RecordedByType, RECORDED_BY)
  recordedBy(@Root() snapshot: AuthenticationSnapshot, @Ctx() { loaders }: Context) {
    return loaders.recorderOf.load(snapshot);
  }

  @FieldResolver(() => SynchronizationType, {
    nullable: true,
    description: "What was carried to members. Null for a member's own, or where there were no members to decide on.",
  })
  synchronization(@Root() snapshot: AuthenticationSnapshot, @Ctx() { loaders }: Context) {
    return loaders.synchronizationOf.load(snapshot);
  }
}
