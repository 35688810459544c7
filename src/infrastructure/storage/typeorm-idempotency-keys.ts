import type { IdempotencyKeys, TakenKey } from "../../application/stores.js";
import type { Session } from "./session.js";

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

  private async find(key: string): Promise<TakenKey> {
    const [taken] = await this.session.rows(
      "SELECT fingerprint, result_ids FROM idempotency_keys WHERE caller = $1 AND key = $2",
      [this.subject, key],
    );
    if (taken === undefined) throw new Error("An idempotency key is neither free nor taken.");
    return { fingerprint: String(taken.fingerprint), resultIds: taken.result_ids as string[] };
  }
}
