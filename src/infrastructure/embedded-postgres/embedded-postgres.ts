import { loadBinaries } from "./binaries.js";
import { Claim } from "./claim.js";
import { Cluster } from "./cluster.js";
import { Server } from "./server.js";

export interface EmbeddedPostgresOptions {
  /** Holds the cluster, its password and its log; made if it is missing. One machine may use it at a time. */
  readonly directory: string;
  /** False gives up safety against a crash of the machine for speed: for tests and throw-away databases. */
  readonly durable?: boolean;
}

/** A PostgreSQL server of the service's own, on 127.0.0.1, whose data stays in a directory between runs. */
export class EmbeddedPostgres {
  private stopping: Promise<void> | undefined;

  private constructor(
    private readonly server: Server,
    private readonly claim: Claim,
    /** Where the database `namesake` of this server is reached, password included. */
    readonly url: string,
  ) {}

  /**
   * Starts the server of `directory`, creating its cluster the first time, or adopts the one that is still alive from an
   * earlier run (with the durability that it was started with). Throws a `StartupError` that says what to do.
   */
  static async start({ directory, durable = true }: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
    const cluster = await Cluster.open({ directory, binaries: await loadBinaries(), durable });
    const server = new Server(cluster);
    const claim = await server.start({ durable });
    claim.unref();
    const password = encodeURIComponent(cluster.password);
    return new EmbeddedPostgres(server, claim, `postgres://namesake:${password}@127.0.0.1:${claim.port}/namesake`);
  }

  /** Stops the server, unless others still use it (another service on the same directory). Idempotent. */
  stop(): Promise<void> {
    this.stopping ??= this.release();
    return this.stopping;
  }

  private async release(): Promise<void> {
    await this.claim.release();
    await this.server.stopUnlessInUse();
  }
}
