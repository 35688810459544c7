import type { SeenAccount } from "../load/answer.js";

/** An authentication that came in force for an account. */
export interface HistoryEntry {
  readonly snapshotId: string;
  readonly origin: "OWN" | "SYNCHRONIZED";
  /** The revision of the group that it came with. */
  readonly revision: number;
}

/** An account with everything in it that is true of it, also what it shares with its master. */
export interface Account {
  readonly id: string;
  readonly name: string;
  /** The revision of the group that its own identity last changed with. */
  readonly revision: number;
  /** Of the authentication in force; null while there is none. */
  readonly certificate: string | null;
  readonly history: readonly HistoryEntry[];
}

/** The account as every answer has to show it. */
export function seen({ id, name, history }: Account): SeenAccount {
  const inForce = history.at(-1);
  return {
    id,
    enterpriseName: name,
    authenticationStatus: inForce ? "AUTHENTICATED" : "NOT_AUTHENTICATED",
    authenticationOrigin: inForce?.origin ?? null,
    authentication: inForce ? { id: inForce.snapshotId } : null,
  };
}
