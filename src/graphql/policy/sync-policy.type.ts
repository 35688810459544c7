import { Field, Int, ObjectType } from "type-graphql";
import type { RuleProvenance, SyncReason } from "../../domain/sync-decision.js";
import { RuleProvenanceEnum, SyncReasonEnum } from "../enums.js";

@ObjectType("SyncPolicyRow", {
  description: "One combination of names and status. The same letter stands for the same name.",
  simpleResolvers: true,
})
export class SyncPolicyRowType {
  @Field(() => Int, { description: "Its number, from 1." })
  row!: number;

  @Field(() => Int, {
    nullable: true,
    description: "The case of the published Table 1; null where the rule's text implies it.",
  })
  tableCase!: number | null;

  @Field(() => RuleProvenanceEnum, { description: "Where it is written down." })
  provenance!: RuleProvenance;

  @Field(() => String, { description: "The master's name before the authentication." })
  nameBefore!: string;

  @Field(() => String, { description: "The member's name." })
  memberName!: string;

  @Field(() => Boolean, { description: "Whether the member is authenticated." })
  memberAuthenticated!: boolean;

  @Field(() => String, { description: "The name the master is authenticated under." })
  nameAfter!: string;

  @Field(() => Boolean, { description: "Whether the member is synchronized." })
  synchronized!: boolean;

  @Field(() => SyncReasonEnum, { description: "Why, or why not." })
  reason!: SyncReason;
}

@ObjectType("SyncPolicy", {
  description: "The rule for a master's first authentication, as data.",
  simpleResolvers: true,
})
export class SyncPolicyType {
  @Field(() => String, { description: "The day the rule was published." })
  version!: string;

  @Field(() => Int, { description: "Which definition of the sameness of names is in use." })
  nameKeyVersion!: number;

  @Field(() => [SyncPolicyRowType], { description: "Every combination, and what follows from it." })
  rows!: readonly SyncPolicyRowType[];
}
