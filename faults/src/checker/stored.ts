/** A group as the database holds it. */
export interface StoredGroup {
  readonly id: string;
  /** How often it says to have changed; null where nothing says so. */
  readonly revision: number | null;
  readonly accounts: readonly StoredAccount[];
  readonly snapshots: readonly StoredSnapshot[];
  readonly histories: readonly StoredHistoryEntry[];
  readonly synchronizations: readonly StoredSynchronization[];
}

export interface StoredAccount {
  readonly id: string;
  /** As it is now, with what it shares. */
  readonly name: string;
  readonly snapshotId: string | null;
  /** Of an authentication of its own. */
  readonly ownSnapshotId: string | null;
  readonly revision: number;
}

export interface StoredSnapshot {
  readonly id: string;
  readonly accountId: string;
  readonly name: string;
  readonly certificate: string;
}

export interface StoredHistoryEntry {
  readonly accountId: string;
  readonly revision: number;
  readonly snapshotId: string;
  readonly isSynchronized: boolean;
}

export interface StoredSynchronization {
  readonly id: string;
  readonly revision: number;
  readonly nameBefore: string;
  readonly snapshotId: string;
}

/** Everything that the database holds. */
export interface Stored {
  readonly groups: ReadonlyMap<string, StoredGroup>;
  /** What each idempotency key stands for. */
  readonly keys: ReadonlyMap<string, readonly string[]>;
}
