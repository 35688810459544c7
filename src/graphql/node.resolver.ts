import { Arg, ID, Query, Resolver } from "type-graphql";
import type { BrowseAccounts, Thing } from "../application/browse-accounts.js";
import { BadUserInput } from "./errors/bad-user-input.js";
import { NodeType } from "./node.type.js";

const MAX_IDS = 100;

@Resolver()
export class NodeResolver {
  constructor(private readonly browse: BrowseAccounts) {}

  @Query(() => NodeType, { nullable: true, description: "What bears this id; null where nothing does." })
  async node(@Arg("id", () => ID, { description: "The id." }) id: string): Promise<Thing | null> {
    const [node] = await this.browse.things([id]);
    return node ?? null;
  }

  @Query(() => [NodeType], {
    nullable: "items",
    description: "What bears each of these ids, in their order; null where nothing does.",
  })
  nodes(@Arg("ids", () => [ID], { description: "The ids, at most 100." }) ids: string[]): Promise<(Thing | null)[]> {
    if (ids.length > MAX_IDS) {
      throw new BadUserInput(["ids"], `At most ${MAX_IDS} ids can be asked for at once.`, "TOO_MANY_IDS");
    }
    return this.browse.things(ids);
  }
}
