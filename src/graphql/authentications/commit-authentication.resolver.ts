import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from "type-graphql";
import type { AuthenticationCommitted, CommitAuthenticationResult } from "../../application/commit-authentication.js";
import type { AuthenticationSnapshot } from "../../domain/authentication-snapshot.js";
import type { EnterpriseAccount } from "../../domain/enterprise-account.js";
import type { Synchronization } from "../../domain/synchronization.js";
import { EnterpriseAccountType } from "../accounts/enterprise-account.type.js";
import type { Context } from "../context.js";
import { PreviewStaleType } from "../refusals/preview-stale.type.js";
import { AccountNotFoundType, AlreadyAuthenticatedType, IdempotencyKeyReusedType } from "../refusals/refusal.type.js";
import { resultUnion } from "../result-union.js";
import { SynchronizationType } from "../synchronizations/synchronization.type.js";
import { AuthenticationSnapshotType } from "./authentication-snapshot.type.js";
import { CommitAuthenticationInput } from "./commit-authentication.input.js";

@ObjectType("AuthenticationCommitted", {
  description: "The account is authenticated, and its members are synchronized.",
  simpleResolvers: true,
})
class AuthenticationCommittedType implements Partial<AuthenticationCommitted> {
  @Field(() => EnterpriseAccountType, { description: "The account, as it is after the commit." })
  account!: EnterpriseAccount;

  @Field(() => AuthenticationSnapshotType, { description: "The record of the authentication." })
  snapshot!: AuthenticationSnapshot;

  @Field(() => SynchronizationType, {
    nullable: true,
    description: "What was carried to members. Null for a member, or where the account has no members to decide on.",
  })
  synchronization!: Synchronization | null;

  @Field(() => Boolean, { description: "True where this answer repeats an earlier one with the same idempotencyKey." })
  replayed!: boolean;
}

const CommitAuthenticationResultUnion = resultUnion<CommitAuthenticationResult>(
  "CommitAuthenticationResult",
  "What was committed, or why nothing was.",
  {
    AuthenticationCommitted: AuthenticationCommittedType,
    AccountNotFound: AccountNotFoundType,
    AlreadyAuthenticated: AlreadyAuthenticatedType,
    PreviewStale: PreviewStaleType,
    IdempotencyKeyReused: IdempotencyKeyReusedType,
  },
);

@Resolver()
export class CommitAuthenticationResolver {
  @Mutation(() => CommitAuthenticationResultUnion, {
    description: "Puts an account's first authentication in force, and carries a master's to the members it reaches.",
  })
  commitAuthentication(
    @Arg("input", () => CommitAuthenticationInput, { description: "What to commit." })
    { command }: CommitAuthenticationInput,
    @Ctx() { useCases }: Context,
  ) {
    return useCases.commit.execute(command);
  }
}
