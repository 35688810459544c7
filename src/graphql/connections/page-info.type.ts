import { Field, ObjectType } from "type-graphql";

@ObjectType("PageInfo", {
  description: "Where a page lies in its connection.",
  simpleResolvers: true,
})
export class PageInfoType {
  @Field(() => Boolean, { description: "Whether there are edges after this page." })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: "Whether there are edges before this page." })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: "The cursor of the first edge; null where the page is empty." })
  startCursor!: string | null;

  @Field(() => String, { nullable: true, description: "The cursor of the last edge; null where the page is empty." })
  endCursor!: string | null;
}
