import { type FragmentType, readFragment } from "../graphql/fragment-masking.js";
import { graphql } from "../graphql/gql.js";
import type { CountsFragment } from "../graphql/graphql.js";

/** What a preview is counted by. */
export const PreviewCounts = graphql(`
  fragment Counts on AuthenticationPreview {
    memberCount
    synchronizedCount
    breakdown {
      reason
      statusBefore
      count
    }
  }
`);

/** A preview whose numbers `countsOf` reads. */
export type MaskedCounts = FragmentType<typeof PreviewCounts>;
/** Members that share a reason and a status. */
export type SyncCount = CountsFragment["breakdown"][number];

/** A preview in numbers. */
export interface Counts {
  readonly members: number;
  readonly synchronized: number;
  /** How many of the synchronized were authenticated before: their identity is replaced or confirmed. */
  readonly overwritten: number;
  readonly breakdown: readonly SyncCount[];
}

/** The numbers of a preview. */
export function countsOf(preview: MaskedCounts): Counts {
  const { memberCount, synchronizedCount, breakdown } = readFragment(PreviewCounts, preview);
  const overwritten = breakdown.filter(isOverwritten).reduce((sum, { count }) => sum + count, 0);
  return { members: memberCount, synchronized: synchronizedCount, overwritten, breakdown };
}

/** Whether these members are synchronized although they have an identity of their own. */
export function isOverwritten({ reason, statusBefore }: SyncCount): boolean {
  return reason !== "DIFFERENT_NAME" && statusBefore === "AUTHENTICATED";
}
