/** What callers may be allowed to do. */
export const SCOPES = [
  "accounts:read",
  "accounts:write",
  "groups:create",
  "authentication:preview",
  "authentication:commit",
  "certificates:read",
] as const;

export type Scope = (typeof SCOPES)[number];

/** A caller lacks a scope. Nothing was looked at. */
export class Forbidden extends Error {
  override readonly name = "Forbidden";

  constructor(readonly scope: Scope) {
    super(`This takes the scope ${scope}.`);
  }
}

/** Who made a change, and with which request: kept with the change for ever. */
export interface RecordedBy {
  /** Whom the token was issued to. */
  readonly subject: string;
  readonly requestId: string;
}

/** Who is calling: what it may do, and which groups there are for it. */
export class Caller {
  private constructor(
    readonly recordedBy: RecordedBy,
    private readonly scopes: ReadonlySet<string>,
    /** The masters' ids of the groups that it knows of; null for every group. */
    readonly groupIds: readonly string[] | null,
  ) {}

  /** Someone who may do everything, everywhere. */
  static operator(recordedBy: RecordedBy): Caller {
    return new Caller(recordedBy, new Set(SCOPES), null);
  }

  static of(recordedBy: RecordedBy, scopes: Iterable<string>, groupIds: readonly string[] | null): Caller {
    return new Caller(recordedBy, new Set(scopes), groupIds);
  }

  reaches(groupId: string): boolean {
    return this.groupIds?.includes(groupId) !== false;
  }

  has(scope: Scope): boolean {
    return this.scopes.has(scope);
  }

  /** @throws Forbidden */
  require(scope: Scope): void {
    if (!this.has(scope)) throw new Forbidden(scope);
  }
}
