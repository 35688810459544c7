import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Context } from "../context.js";
import { AuthenticationHistoryEdgeType } from "./authentication-history-connection.type.js";
import { RECORDED_BY, RecordedByType } from "./recorded-by.type.js";

@Resolver(() => AuthenticationHistoryEdgeType)
export class AuthenticationHistoryEdgeResolver {
  @FieldResolver(() => RecordedByType, RECORDED_BY)
  recordedBy(@Root() { node }: AuthenticationHistoryEdgeType, @Ctx() { loaders }: Context) {
    return loaders.recorderOf.load(node);
  }
}
