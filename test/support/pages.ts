import { expect } from "@jest/globals";
import type { Page, PageRequest, Position } from "../../src/application/page.js";

/** A list that can be read by the page. */
export type PagedList<T> = (request: PageRequest) => Promise<Page<T>>;

/** Longer than any list of a test. */
export const EVERYTHING: PageRequest = { limit: 1_000, from: "start", after: null, before: null };

/** What a page holds, without its positions; nothing of one that is missing. */
export function itemsOf<T>(page: Page<T> | undefined): T[] {
  return page === undefined ? [] : page.items.map(({ item }) => item);
}

/** The whole list, read page by page from one end to the other; in its own order, whichever end that was. */
export async function walked<T>(
  list: PagedList<T>,
  { limit, from }: Pick<PageRequest, "limit" | "from">,
): Promise<T[]> {
  const fromStart = from === "start";
  const found: T[] = [];
  let bound: Position | null = null;
  for (;;) {
    const page: Page<T> = await list({
      limit,
      from,
      after: fromStart ? bound : null,
      before: fromStart ? null : bound,
    });
    found.splice(fromStart ? found.length : 0, 0, ...itemsOf(page));
    if (!(fromStart ? page.hasNext : page.hasPrevious)) return found;
    bound = (fromStart ? page.items.at(-1) : page.items[0])?.position ?? null;
  }
}

/** Holds the page between any two positions, from either end, to the whole list: what is on it, and what lies around it. */
export async function expectTruePages<T>(list: PagedList<T>): Promise<void> {
  const { items } = await list(EVERYTHING);
  for (const { lower, upper, limit, from } of cuts(items.length)) {
    const after = items[lower - 1]?.position ?? null;
    const before = items[upper]?.position ?? null;
    const page = await list({ limit, from, after, before });

    const [first, last] =
      from === "start" ? [lower, Math.min(upper, lower + limit)] : [Math.max(lower, upper - limit), upper];
    const expected = { items: items.slice(first, last), hasPrevious: first > 0, hasNext: last < items.length };
    expect({ after, before, limit, from, page }).toStrictEqual({ after, before, limit, from, page: expected });
  }
}

/** Every part of a list of `length` elements, empty ones and one that ends before it begins among them. */
function* cuts(length: number) {
  for (let lower = 0; lower <= length; lower += 1) {
    for (let upper = lower === length ? 0 : lower; upper <= length; upper += 1) {
      for (const limit of new Set([1, length + 1])) {
        yield { lower, upper, limit, from: "start" } as const;
        yield { lower, upper, limit, from: "end" } as const;
      }
    }
  }
}
