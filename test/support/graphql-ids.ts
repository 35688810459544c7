import { newId } from "./samples.js";

/** Texts that are the id of nothing. Ids are opaque, so that none of them is malformed. */
export const NO_IDS: readonly (readonly [what: string, id: string])[] = [
  ["that of nothing", newId()],
  ["empty", ""],
  ["a name", "北京示例有限公司"],
  ["a number", "42"],
  ["in capital letters", "01954F00-0000-7000-8000-0000000000AB"],
  ["cut short", "01954f00-0000-7000-8000-00000000000"],
  ["with a line break after it", "01954f00-0000-7000-8000-000000000000\n"],
  ["SQL", "' OR 1 = 1; --"],
  ["U+0000", "\u0000"],
  ["half of a surrogate pair", "\ud800"],
  ["long", "x".repeat(100_000)],
];
