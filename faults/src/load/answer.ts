/** An account as an answer shows it. */
export interface SeenAccount {
  readonly id: string;
  readonly enterpriseName: string;
  readonly authenticationStatus: "AUTHENTICATED" | "NOT_AUTHENTICATED";
  readonly authenticationOrigin: "OWN" | "SYNCHRONIZED" | null;
  readonly authentication: { readonly id: string } | null;
  /** Looked up after a change; of no account here. */
  readonly looked?: unknown;
}

/** One member's decision in a preview. */
export interface SeenDecision {
  readonly member: { readonly id: string };
  readonly nameBefore: string;
  readonly statusBefore: SeenAccount["authenticationStatus"];
  readonly decision: {
    readonly synchronized: boolean;
    readonly reason: "SAME_NAME_BEFORE" | "SAME_NAME_AFTER" | "DIFFERENT_NAME";
    readonly effect: "GRANT" | "CONFIRM" | "REPLACE" | "NONE";
    readonly tableCase: number | null;
  };
}

/** What an operation was answered: its result, as GraphQL gave it. Which fields there are depends on the type. */
export interface Answer {
  readonly __typename: string;
  readonly account?: SeenAccount;
  readonly accounts?: readonly SeenAccount[];
  readonly replayed?: boolean;
  readonly snapshot?: {
    readonly id: string;
    readonly enterpriseName: string;
    readonly certificate: { readonly number: string };
  };
  readonly synchronization?: {
    readonly id: string;
    readonly nameBefore: string;
    readonly nameAfter: string;
    readonly synchronizedCount: number;
  } | null;
  readonly nameBefore?: string;
  readonly nameAfter?: string;
  readonly previewToken?: string;
  readonly memberCount?: number;
  readonly synchronizedCount?: number;
  readonly breakdown?: readonly { readonly reason: string; readonly statusBefore: string; readonly count: number }[];
  readonly members?: { readonly nodes: readonly SeenDecision[] };
}

/** The ids of what an answer says was brought about: accounts, or a snapshot. */
export function resultIdsIn({ account, accounts, snapshot, replayed }: Answer): readonly string[] {
  if (replayed === undefined) return [];
  if (snapshot !== undefined) return [snapshot.id];
  return (accounts ?? (account ? [account] : [])).map(({ id }) => id);
}
