import { Field, Int, ObjectType } from "type-graphql";
import type { MemberRefusalReason, RefusedMember } from "../../application/refusals.js";
import { MemberRefusalReasonEnum } from "../enums.js";
import { RefusalType } from "./refusal.type.js";

@ObjectType("RefusedMember", {
  description: "Why one of several new members cannot be registered.",
  simpleResolvers: true,
})
class RefusedMemberType implements RefusedMember {
  @Field(() => Int, { description: "Its place among those that were given, from 0 on." })
  index!: number;

  @Field(() => MemberRefusalReasonEnum, { description: "The reason, for a program." })
  reason!: MemberRefusalReason;

  @Field(() => String, { description: "One sentence for a person." })
  message!: string;
}

@ObjectType("MembersRefused", {
  description: "Some of the members cannot be registered, so none was.",
  implements: RefusalType,
  simpleResolvers: true,
})
export class MembersRefusedType extends RefusalType {
  @Field(() => [RefusedMemberType], { description: "Every reason, in the order of the members; some may have two." })
  members!: readonly RefusedMember[];
}
