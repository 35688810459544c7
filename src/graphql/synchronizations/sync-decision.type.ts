import { Field, Int, ObjectType } from "type-graphql";
import type { RuleProvenance, SyncDecision, SyncEffect, SyncReason } from "../../domain/sync-decision.js";
import { RuleProvenanceEnum, SyncEffectEnum, SyncReasonEnum } from "../enums.js";

/** A view of the domain's SyncDecision. */
@ObjectType("SyncDecision", {
  description: "Whether one member receives its master's authentication, and why.",
  simpleResolvers: true,
})
export class SyncDecisionType implements SyncDecision {
  @Field(() => Boolean, { description: "Whether it does." })
  synchronized!: boolean;

  @Field(() => SyncReasonEnum, { description: "Why, or why not." })
  reason!: SyncReason;

  @Field(() => SyncEffectEnum, { description: "What that does to the member." })
  effect!: SyncEffect;

  @Field(() => Int, {
    nullable: true,
    description: "The row of the published Table 1, 1 to 6; null where the rule's text decides.",
  })
  tableCase!: number | null;

  @Field(() => RuleProvenanceEnum, { description: "Where the decision is written down." })
  provenance!: RuleProvenance;

  @Field(() => String, {
    description: "One sentence with the names in it, for a person: why, or why not and what would have to be the same.",
  })
  explanation!: string;
}
