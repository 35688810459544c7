import type { Random } from "../harness/random.js";
import { NAMES } from "../model/names.js";

/** The few names that occur in one group, so that many of them are the same. */
export class GroupNames {
  private constructor(
    private readonly classes: readonly (readonly string[])[],
    private readonly random: Random,
  ) {}

  static of(random: Random, classes = 3): GroupNames {
    return new GroupNames(random.shuffled(NAMES).slice(0, classes), random);
  }

  /** Some spelling of one of them. */
  any(): string {
    return this.random.pick(this.random.pick(this.classes));
  }
}
