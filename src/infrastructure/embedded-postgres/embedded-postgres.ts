import { setTimeout as sleep } from "node:timers/promises";
import { loadBinaries } from "./binaries.js";
import type { Claim } from "./claim.js";
import { Cluster } from "./cluster.js";
import type { LaunchOptions } from "./launch.js";
import { Server } from "./server.js";

export interface EmbeddedPostgresOptions {
  /** Holds the cluster, its password and its log; made if it is missing. One machine may use it at a time. */
  readonly directory: string;
  /** False gives up safety against a crash of the machine for speed: for tests and throw-away databases. */
  readonly durable?: boolean;
  /** True starts a server that ends unasked again, at the same port, for as long as it is not stopped. */
  readonly revived?: boolean;
}

const REVIVED_AGAIN_AFTER_MS = 1_000;

/** A PostgreSQL server of the service's own, on 127.0.0.1, whose data stays in a directory between runs. */
export class EmbeddedPostgres {
  private stopping: Promise<void> | undefined;
  private revival: Promise<void> | undefined;

  private constructor(
    private readonly server: Server,
    private claim: Claim,
    /** Where the database `namesake` of this server is reached, password included. */
    readonly url: string,
  ) {
    claim.unref();
  }

  /**
   * Starts the server of `directory`, creating its cluster the first time, or adopts the one that is still alive from an
   * earlier run (with the durability that it was started with). Throws a `StartupError` that says what to do.
   */
  static async start({
    directory,
    durable = true,
    revived = false,
  }: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
    const cluster = await Cluster.open({ directory, binaries: await loadBinaries(), durable });
    const server = new Server(cluster);
    const claim = await server.start({ durable });
    const password = encodeURIComponent(cluster.password);
    const url = `postgres://namesake:${password}@127.0.0.1:${claim.port}/namesake`;
    const postgres = new EmbeddedPostgres(server, claim, url);
    if (revived) postgres.watch({ durable, port: claim.port });
    return postgres;
  }

  /** Stops the server, unless others still use it (another service on the same directory). Idempotent. */
  stop(): Promise<void> {
    this.stopping ??= this.release();
    return this.stopping;
  }

  private watch(options: Required<LaunchOptions>): void {
    this.claim.lost.then(() => {
      this.revival = this.revive(options);
    });
  }

  private async revive(options: Required<LaunchOptions>): Promise<void> {
    while (this.stopping === undefined) {
      try {
        this.claim = await this.server.start(options);
        this.claim.unref();
        return this.watch(options);
      } catch {
        // What keeps it from starting stands in its own log, and may pass.
        await sleep(REVIVED_AGAIN_AFTER_MS, undefined, { ref: false });
      }
    }
  }

  private async release(): Promise<void> {
    await this.revival;
    await this.claim.release();
    await this.server.stopUnlessInUse();
  }
}
