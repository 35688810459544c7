import { ArgsType, Field, Int } from "type-graphql";
import { InvalidPosition, type PageRequest, type Position } from "../../application/page.js";
import { BadUserInput } from "../errors/bad-user-input.js";
import { unseal } from "./opaque.js";

export const DEFAULT_SIZE = 20;
export const MAX_SIZE = 100;

/** The arguments of every connection field. */
@ArgsType()
export class ConnectionArgs {
  @Field(() => Int, {
    nullable: true,
    description: "How many edges to take from the start, 1 to 100. 20 where neither this nor `last` is given.",
  })
  first?: number | null;

  @Field(() => String, { nullable: true, description: "Only edges after this cursor." })
  after?: string | null;

  @Field(() => Int, { nullable: true, description: "How many edges to take from the end, 1 to 100. Not with `first`." })
  last?: number | null;

  @Field(() => String, { nullable: true, description: "Only edges before this cursor." })
  before?: string | null;

  /** @throws BadUserInput for a size out of bounds and for both of them; InvalidPosition for what is no cursor */
  get page(): PageRequest {
    const [first, last] = [size("first", this.first), size("last", this.last)];
    if (first !== null && last !== null) {
      throw new BadUserInput(["last"], "Give `first` or `last`, not both.", "INVALID_PAGE_SIZE");
    }
    return {
      limit: first ?? last ?? DEFAULT_SIZE,
      from: last === null ? "start" : "end",
      after: position("after", this.after),
      before: position("before", this.before),
    };
  }
}

function size(argument: string, given: number | null | undefined): number | null {
  if (given === null || given === undefined) return null;
  if (given < 1 || given > MAX_SIZE) {
    throw new BadUserInput([argument], `\`${argument}\` is from 1 to ${MAX_SIZE}.`, "INVALID_PAGE_SIZE");
  }
  return given;
}

function position(argument: "after" | "before", cursor: string | null | undefined): Position | null {
  if (cursor === null || cursor === undefined) return null;
  const values = unseal(cursor);
  if (values === null || !isPosition(values)) {
    throw new InvalidPosition(argument);
  }
  return values;
}

function isPosition(values: readonly (string | number | null)[]): values is Position {
  return values.every((value) => value !== null);
}
