import { Arg, Args, Ctx, FieldResolver, Int, Query, Resolver, Root } from "type-graphql";
import type { AuthenticationPreview } from "../../application/authentication-preview.js";
import type { PreviewAuthenticationResult, SyncCount } from "../../application/preview-authentication.js";
import { ConnectionArgs } from "../connections/connection.args.js";
import { connectionOf } from "../connections/connection.js";
import type { Context } from "../context.js";
import { AccountNotFoundType, AlreadyAuthenticatedType } from "../refusals/refusal.type.js";
import { resultUnion } from "../result-union.js";
import { decisionEdgeOf, MemberDecisionConnectionType } from "../synchronizations/member-decision-connection.type.js";
import { MemberDecisionFilterInput } from "../synchronizations/member-decision-filter.input.js";
import { AuthenticationPreviewType, SyncCountType } from "./authentication-preview.type.js";
import { PreviewAuthenticationInput } from "./preview-authentication.input.js";
import { sealPreviewToken } from "./preview-token.js";

const PreviewAuthenticationResultUnion = resultUnion<PreviewAuthenticationResult>(
  "PreviewAuthenticationResult",
  "A preview, or why there is none.",
  {
    AuthenticationPreview: AuthenticationPreviewType,
    AccountNotFound: AccountNotFoundType,
    AlreadyAuthenticated: AlreadyAuthenticatedType,
  },
);

@Resolver(() => AuthenticationPreviewType)
export class AuthenticationPreviewResolver {
  @Query(() => PreviewAuthenticationResultUnion, {
    description:
      "What an account's first authentication would do: which members would receive it, and why. Changes nothing.",
  })
  previewAuthentication(
    @Arg("input", () => PreviewAuthenticationInput, { description: "What to preview." })
    { request }: PreviewAuthenticationInput,
    @Ctx() { useCases }: Context,
  ) {
    return useCases.preview.execute(request);
  }

  @FieldResolver(() => String, {
    description: "Give it to commitAuthentication to commit exactly what this preview shows.",
  })
  previewToken(@Root() { token }: AuthenticationPreview) {
    return sealPreviewToken(token);
  }

  @FieldResolver(() => Int, { description: "How many members the account has. Counted when asked for." })
  async memberCount(@Root() preview: AuthenticationPreview, @Ctx() { loaders }: Context) {
    return total(await loaders.breakdownOf.load(preview));
  }

  @FieldResolver(() => Int, { description: "How many of them would be synchronized. Counted when asked for." })
  async synchronizedCount(@Root() preview: AuthenticationPreview, @Ctx() { loaders }: Context) {
    const counts = await loaders.breakdownOf.load(preview);
    return total(counts.filter(({ reason }) => reason !== "DIFFERENT_NAME"));
  }

  @FieldResolver(() => [SyncCountType], {
    description:
      "How many members share a reason and a status: only combinations that occur, by reason in the order of SyncReason, then by status.",
  })
  breakdown(@Root() preview: AuthenticationPreview, @Ctx() { loaders }: Context) {
    return loaders.breakdownOf.load(preview);
  }

  @FieldResolver(() => MemberDecisionConnectionType, {
    description:
      "The members, with what would be decided for each: in the order they joined or, where some of them are asked for, by name and by the age of that name.",
  })
  async members(
    @Root() preview: AuthenticationPreview,
    @Args(() => ConnectionArgs) { page }: ConnectionArgs,
    @Arg("filter", () => MemberDecisionFilterInput, { nullable: true, description: "Only these." })
    filter: MemberDecisionFilterInput | null,
    @Ctx() { useCases }: Context,
  ) {
    return connectionOf(await useCases.preview.members(preview, filter ?? {}, page), decisionEdgeOf);
  }
}

function total(counts: readonly SyncCount[]): number {
  return counts.reduce((sum, { count }) => sum + count, 0);
}
