import type { IdempotencyKeys, TakenKey } from "../../application/stores.js";
import type { Session } from "./session.js";

/** Any number will do that nothing else in the database locks: the letters of "keys". */
const FORGETTING = 0x6b657973;

/** One caller's idempotency keys in PostgreSQL, within the transaction of the work that takes them. */
export class TypeormIdempotencyKeys implements IdempotencyKeys {
  constructor(
    private readonly session: Session,
    private readonly subject: string,
  ) {}

  async take(key: string, { fingerprint, resultIds, at }: TakenKey & { readonly at: Date }): Promise<TakenKey | null> {
    // Waits where another transaction has written the key and not ended: only then is it known whether it stays.
    const inserted = await this.session.rows(
      `INSERT INTO idempotency_keys (caller, key, fingerprint, result_ids, created_at)
      VALUES ($1, $2, $3, $4, $5)
      ON CONFLICT DO NOTHING
      RETURNING key`,
      [this.subject, key, fingerprint, resultIds, at],
    );
    if (inserted.length > 0) return null;
    const taken = await this.find(key);
    await this.session.reachAlso(taken.resultIds);
    return taken;
  }

  async forget(before: Date, atMost: number): Promise<number> {
    // Where keys of others are hidden, those that have expired are shown to a transaction that names the time.
    const [mine] = await this.session.rows(
      `SELECT set_config('namesake.expired_before', $1, true) FROM pg_try_advisory_xact_lock($2) AS is_free
      WHERE is_free`,
      [before.toISOString(), FORGETTING],
    );
    if (mine === undefined) return 0;
    return this.session.write(
      `DELETE FROM idempotency_keys WHERE (caller, key) IN (
        SELECT caller, key FROM idempotency_keys WHERE created_at < $1 ORDER BY created_at LIMIT $2
      )`,
      [before, atMost],
    );
  }

  private async find(key: string): Promise<TakenKey> {
    const [taken] = await this.session.rows(
      "SELECT fingerprint, result_ids FROM idempotency_keys WHERE caller = $1 AND key = $2",
      [this.subject, key],
    );
    if (taken === undefined) throw new Error("An idempotency key is neither free nor taken.");
    return { fingerprint: String(taken.fingerprint), resultIds: taken.result_ids as string[] };
  }
}
