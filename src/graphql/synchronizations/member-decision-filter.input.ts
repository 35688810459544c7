import { Field, InputType } from "type-graphql";
import type { DecisionFilter } from "../../application/preview-authentication.js";
import type { SyncReason } from "../../domain/sync-decision.js";
import { SyncReasonEnum } from "../enums.js";

@InputType("MemberDecisionFilter", {
  description: "Which decisions are meant: those that fit everything that is given.",
})
export class MemberDecisionFilterInput implements DecisionFilter {
  @Field(() => Boolean, {
    nullable: true,
    description: "Only members that are synchronized, or only those that are not.",
  })
  synchronized?: boolean | null;

  @Field(() => SyncReasonEnum, { nullable: true, description: "Only decisions for this reason." })
  reason?: SyncReason | null;
}
