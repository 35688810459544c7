import { DomainError } from "../domain/domain-error.js";

/**
 * Where a page begins or ends: what the order of its list compares, from the most significant on. Names and ids in most
 * lists are strings, revisions numbers. Every list ends its order with something unique.
 */
export type Position = readonly (string | number)[];

/** A page of a list: `limit` elements, the first ones or the last ones strictly between two positions. */
export interface PageRequest {
  readonly limit: number;
  readonly from: "start" | "end";
  readonly after: Position | null;
  readonly before: Position | null;
}

/** Elements in the order of their list, whichever end they were taken from. */
export interface Page<T> {
  readonly items: readonly { readonly item: T; readonly position: Position }[];
  /** Whether the list has elements before this page, and after it. */
  readonly hasPrevious: boolean;
  readonly hasNext: boolean;
}

export function mapPage<T, U>(page: Page<T>, change: (item: T) => U): Page<U> {
  return { ...page, items: page.items.map(({ item, position }) => ({ item: change(item), position })) };
}

/** A position that the list at hand does not have: it was made by another, or by nobody. */
export class InvalidPosition extends DomainError {
  readonly code = "INVALID_CURSOR";

  constructor(readonly bound: "after" | "before") {
    super(`\`${bound}\` is not a cursor of this connection.`);
  }
}
