import { Field, ObjectType } from "type-graphql";
import type { RecordedBy } from "../../application/caller.js";

/** A view of the application's RecordedBy. */
@ObjectType("RecordedBy", { description: "Who recorded something, and with which request.", simpleResolvers: true })
export class RecordedByType implements RecordedBy {
  @Field(() => String, { description: "The subject of the caller's token." })
  subject!: string;

  @Field(() => String, { description: "The request, as the service's log names it." })
  requestId!: string;
}

/** How a field says it that shows one. */
export const RECORDED_BY = {
  nullable: true,
  description: "Who recorded it; null for what was recorded before callers were known.",
} as const;
