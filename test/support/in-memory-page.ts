import { InvalidPosition, type Page, type PageRequest, type Position } from "../../src/application/page.js";

export interface Order<T> {
  readonly position: (item: T) => Position;
  readonly kinds: readonly (keyof typeof KINDS)[];
  readonly newestFirst?: boolean;
}

type Element = Position[number] | undefined;

const KINDS = {
  id: (element: Element) => /^[0-9a-f-]{36}$/.test(String(element)),
  key: (element: Element) => typeof element === "string",
  revision: (element: Element) => Number.isInteger(element),
};

/** The page of a list in any order, put in the order of its positions. */
export function pageOf<T>(list: readonly T[], request: PageRequest, order: Order<T>): Page<T> {
  const sign = order.newestFirst ? -1 : 1;
  const items = list
    .map((item) => ({ item, position: order.position(item) }))
    .sort((one, other) => sign * compare(one.position, other.position));
  const countBefore = (bound: Position, inclusive: boolean) =>
    items.filter(({ position }) => sign * compare(position, bound) < (inclusive ? 1 : 0)).length;

  const [after, before] = [boundOf("after", request, order), boundOf("before", request, order)];
  const lower = after ? countBefore(after, true) : 0;
  const upper = before ? countBefore(before, false) : items.length;
  const fromStart = request.from === "start";
  const first = fromStart ? lower : Math.max(lower, upper - request.limit);
  const last = fromStart ? Math.min(upper, lower + request.limit) : upper;
  return { items: items.slice(first, last), hasPrevious: first > 0, hasNext: last < items.length };
}

function boundOf<T>(name: "after" | "before", request: PageRequest, { kinds }: Order<T>): Position | null {
  const position = request[name];
  if (position === null) return null;
  const fits = position.length === kinds.length && kinds.every((kind, place) => KINDS[kind](position[place]));
  if (!fits) throw new InvalidPosition(name);
  return position;
}

/** From the first element on that differs. */
function compare(one: Position, other: Position): number {
  const place = one.findIndex((element, index) => element !== other[index]);
  if (place < 0) return 0;
  return (one[place] as string | number) < (other[place] as string | number) ? -1 : 1;
}
