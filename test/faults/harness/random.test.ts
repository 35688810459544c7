import { describe, expect, test } from "@jest/globals";
import { Random } from "../../../faults/src/harness/random.js";

function drawn(random: Random): number[] {
  return Array.from({ length: 1_000 }, () => random.between(1, 6));
}

describe("what is drawn", () => {
  test("is the same for the same seed, and other for another", () => {
    expect(drawn(Random.of("a seed"))).toEqual(drawn(Random.of("a seed")));
    expect(drawn(Random.of("a seed"))).not.toEqual(drawn(Random.of("another")));
  });

  test("takes every value, and no other", () => {
    expect(new Set(drawn(Random.of("a seed")))).toEqual(new Set([1, 2, 3, 4, 5, 6]));
  });

  test("does not hang on what was drawn from where it was forked", () => {
    const random = Random.of("a seed");
    const before = drawn(random.fork("a part"));
    random.next();

    expect(drawn(random.fork("a part"))).toEqual(before);
  });
});
