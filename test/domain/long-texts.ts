import { jest } from "@jest/globals";

const normalize = String.prototype.normalize;

/** What callers may send: about 1 MB each, of what takes the most time to trim, to replace or to normalize. */
export const LONG_TEXTS: readonly [of: string, text: string][] = [
  ["letters", "A".repeat(1_000_000)],
  ["Han characters beyond the basic plane", "𠮷".repeat(250_000)],
  ["spaces", " ".repeat(1_000_000)],
  ["spaces between letters", `A${" ".repeat(1_000_000)}B`],
  ["line breaks", "\r\n".repeat(500_000)],
  ["characters that cannot be seen", "\u200b".repeat(300_000)],
  ["characters that stand for eighteen", "\ufdfa".repeat(300_000)],
  ["combining marks out of order", `A${"\u0301".repeat(250_000)}${"\u0327".repeat(250_000)}`],
  ["lone surrogates", "\ud800".repeat(300_000)],
  ["hyphens", "-".repeat(1_000_000)],
];

/**
 * Has normalization refuse long texts as long as `use` runs: it takes quadratic time for combining marks that are out of
 * order, 10 s for 320 kB of them, so that a text's length comes first.
 */
export function withoutNormalizingLongTexts(use: () => void): void {
  const spy = jest.spyOn(String.prototype, "normalize").mockImplementation(function (this: string, form?: string) {
    if (this.length > 10_000) throw new Error(`A text of ${this.length} characters must not be normalized.`);
    return normalize.call(this, form);
  });
  try {
    use();
  } finally {
    spy.mockRestore();
  }
}
