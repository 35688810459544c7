import { Arg, Ctx, ID, Query, Resolver } from "type-graphql";
import type { Thing } from "../application/browse-accounts.js";
import type { Context } from "./context.js";
import { BadUserInput } from "./errors/bad-user-input.js";
import { NodeType } from "./node.type.js";

const MAX_IDS = 100;

@Resolver()
export class NodeResolver {
  @Query(() => NodeType, { nullable: true, description: "What bears this id; null where nothing does." })
  async node(
    @Arg("id", () => ID, { description: "The id." }) id: string,
    @Ctx() { useCases }: Context,
  ): Promise<Thing | null> {
    const [node] = await useCases.browse.things([id]);
    return node ?? null;
  }

  @Query(() => [NodeType], {
    nullable: "items",
    description: "What bears each of these ids, in their order; null where nothing does.",
  })
  nodes(
    @Arg("ids", () => [ID], { description: "The ids, at most 100." }) ids: string[],
    @Ctx() { useCases }: Context,
  ): Promise<(Thing | null)[]> {
    if (ids.length > MAX_IDS) {
      throw new BadUserInput(["ids"], `At most ${MAX_IDS} ids can be asked for at once.`, "TOO_MANY_IDS");
    }
    return useCases.browse.things(ids);
  }
}
