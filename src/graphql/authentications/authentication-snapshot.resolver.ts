import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { AuthenticationSnapshot } from "../../domain/authentication-snapshot.js";
import { EnterpriseAccountType } from "../accounts/enterprise-account.type.js";
import type { Context } from "../context.js";
import { AuthenticationSnapshotType } from "./authentication-snapshot.type.js";

@Resolver(() => AuthenticationSnapshotType)
export class AuthenticationSnapshotResolver {
  @FieldResolver(() => EnterpriseAccountType, {
    description: "The account that was authenticated: for a synchronized member, its master.",
  })
  account(@Root() { accountId }: AuthenticationSnapshot, @Ctx() { loaders }: Context) {
    return loaders.accounts.load(accountId);
  }
}
