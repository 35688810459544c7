import type { Page, Position } from "../../application/page.js";
import { seal } from "./opaque.js";
import type { PageInfoType } from "./page-info.type.js";

/** What backs every connection type. */
export interface Connection<Edge extends { node: unknown }> {
  readonly edges: readonly (Edge & { readonly cursor: string })[];
  readonly nodes: readonly Edge["node"][];
  readonly pageInfo: PageInfoType;
}

/** @param edgeOf what an edge shows of an element, besides its cursor */
export function connectionOf<T, Edge extends { node: unknown }>(
  { items, hasNext, hasPrevious }: Page<T>,
  edgeOf: (item: T) => Edge,
): Connection<Edge> {
  const edges = items.map(({ item, position }) => withCursor(edgeOf(item), position));
  return {
    edges,
    nodes: edges.map(({ node }) => node),
    pageInfo: {
      hasNextPage: hasNext,
      hasPreviousPage: hasPrevious,
      startCursor: edges.at(0)?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

/** Most pages are asked for without the cursors of their elements: one is made where it is read. */
function withCursor<Edge extends object>(edge: Edge, position: Position): Edge & { readonly cursor: string } {
  return Object.defineProperty(edge as Edge & { cursor: string }, "cursor", { get: () => seal(position) });
}
