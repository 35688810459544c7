/** Changes whenever the key of any name does; keys of different versions must not be compared. */
export const NAME_KEY_VERSION = 1;

const MIDDLE_DOTS = /[·・•‧･]/gu;
const SPACE_BESIDE_HAN_OR_BRACKET = / (?=[\p{Script=Han}\p{Ps}\p{Pe}])|(?<=[\p{Script=Han}\p{Ps}\p{Pe}]) /gu;

/**
 * What two names have in common when they are the same: width, case, white space, kinds of dots and dashes, and
 * characters that cannot be seen make no difference. Idempotent: the key of a key is that key.
 */
export function nameKey(name: string): string {
  const visible = name
    .normalize("NFKC")
    .replace(/\p{White_Space}/gu, " ")
    .replace(/[\p{Cf}\p{Cc}]/gu, "");
  const unified = visible.replace(MIDDLE_DOTS, "·").replace(/\p{Pd}/gu, "-");
  const spaced = unified.replace(/ +/g, " ").trim().replace(SPACE_BESIDE_HAN_OR_BRACKET, "");
  return caseFolded(spaced).normalize("NFKC");
}

/** Lower case first: the capital ẞ has no further capital, and only its small letter becomes SS, and so "ss". */
function caseFolded(text: string): string {
  return text.toLowerCase().toUpperCase().toLowerCase();
}
