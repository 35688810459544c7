import { graphql } from "./graphql/gql.js";
import type { PageLinksFragment } from "./graphql/graphql.js";

const SIZE = 20;

/** Which page of a connection is asked for. */
export interface PageVariables {
  readonly first: number | null;
  readonly after: string | null;
  readonly last: number | null;
  readonly before: string | null;
}

/** What leads from a page to the next and to the one before. */
export const PageLinks = graphql(`
  fragment PageLinks on PageInfo {
    startCursor
    endCursor
    hasPreviousPage
    hasNextPage
  }
`);

/** Where a list begins. */
export const FIRST_PAGE: PageVariables = { first: SIZE, after: null, last: null, before: null };

/** The page that follows. */
export function pageAfter({ endCursor }: PageLinksFragment): PageVariables {
  return { ...FIRST_PAGE, after: endCursor ?? null };
}

/** The page that this one follows. */
export function pageBefore({ startCursor }: PageLinksFragment): PageVariables {
  return { first: null, after: null, last: SIZE, before: startCursor ?? null };
}
