import type { Access } from "./access.js";
import type { Environment } from "./environment.js";

const DAY_MS = 24 * 60 * 60 * 1_000;

/** As many as a transaction forgets in some milliseconds. */
const BATCH = 1_000;

/** Forgets idempotency keys, whoever's they are, some days after they were taken. */
export class ForgetIdempotencyKeys {
  constructor(
    private readonly access: Access,
    private readonly environment: Environment,
  ) {}

  /** How many were forgotten. Those that are taken meanwhile wait for nothing. */
  async execute(command: { readonly afterDays: number; readonly signal?: AbortSignal }): Promise<number> {
    const before = new Date(this.environment.now().getTime() - command.afterDays * DAY_MS);
    for (let forgotten = 0; ; ) {
      const batch = await this.access.write("accounts:write", ({ idempotencyKeys }) =>
        idempotencyKeys.forget(before, BATCH),
      );
      forgotten += batch;
      if (batch < BATCH || command.signal?.aborted) return forgotten;
    }
  }
}
