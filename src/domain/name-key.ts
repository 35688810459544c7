/** Changes whenever the key of any name does; keys of different versions must not be compared. */
export const NAME_KEY_VERSION = 1;

const MIDDLE_DOTS = /[·・•‧･]/gu;

/** A mark of the Han script is none: NFKC may move it past other marks, and so to another space, or away from one. */
const HAN_OR_BRACKET = "(?!\\p{M})[\\p{Script=Han}\\p{Ps}\\p{Pe}]";
const SPACE_BESIDE_HAN_OR_BRACKET = new RegExp(` (?=${HAN_OR_BRACKET})|(?<=${HAN_OR_BRACKET}) `, "gu");

/**
 * What two names have in common when they are the same: width, case, white space, kinds of dots and dashes, and
 * characters that cannot be seen make no difference. Idempotent: the key of a key is that key.
 */
export function nameKey(name: string): string {
  // What cannot be seen goes first: between two characters it would keep NFKC from composing them.
  const visible = name
    .replace(/\p{White_Space}/gu, " ")
    .replace(/[\p{Cf}\p{Cc}\p{Default_Ignorable_Code_Point}]/gu, "")
    .normalize("NFKC");
  const unified = visible.replace(MIDDLE_DOTS, "·").replace(/\p{Pd}/gu, "-");
  const spaced = unified.replace(/ +/g, " ").trim().replace(SPACE_BESIDE_HAN_OR_BRACKET, "");
  return caseFolded(spaced).normalize("NFKC");
}

/** Lower case first: the capital ẞ has no further capital, and only its small letter becomes SS, and so "ss". */
function caseFolded(text: string): string {
  return text.toLowerCase().toUpperCase().toLowerCase();
}
