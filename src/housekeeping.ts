import { setTimeout as sleep } from "node:timers/promises";
import { Access } from "./application/access.js";
import { Caller } from "./application/caller.js";
import type { Storage } from "./application/unit-of-work.js";
import { systemEnvironment } from "./infrastructure/environment.js";
import { useCasesOn } from "./use-cases.js";

const EVERY_MS = 60 * 60 * 1_000;
/** Replicas that are started together do not all do it at once. */
const FIRST_WITHIN_MS = 60 * 1_000;

export interface HousekeepingOptions {
  readonly idempotencyKeyDays: number;
  /** When it is done for the first time; if nothing is said, at some time within a minute. */
  readonly firstAfterMs?: number;
}

/** What is due every hour beside the requests: idempotency keys are forgotten in the end. */
export class Housekeeping {
  private readonly stopping = new AbortController();
  private readonly done: Promise<void>;

  /** @param report is told what went wrong, which is tried again an hour later */
  constructor(
    private readonly storage: Storage,
    private readonly report: (error: unknown) => unknown,
    private readonly options: HousekeepingOptions,
  ) {
    this.done = this.run();
  }

  /** Ends what is under way as soon as it can be. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.done;
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    const { firstAfterMs = Math.random() * FIRST_WITHIN_MS } = this.options;
    for (let wait = firstAfterMs; ; wait = EVERY_MS) {
      await sleep(wait, undefined, { signal, ref: false }).catch(() => undefined);
      if (signal.aborted) return;
      await this.forgetKeys().catch(this.report);
    }
  }

  private async forgetKeys(): Promise<void> {
    const caller = Caller.operator({ subject: "housekeeping", requestId: systemEnvironment.newId() });
    const { forgetKeys } = useCasesOn(new Access(this.storage, caller), systemEnvironment);
    await forgetKeys.execute({ afterDays: this.options.idempotencyKeyDays, signal: this.stopping.signal });
  }
}
