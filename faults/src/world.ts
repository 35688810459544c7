import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Postgres } from "./harness/postgres.js";
import { progress } from "./harness/progress.js";
import type { Random } from "./harness/random.js";
import { Replica, type ReplicaOptions } from "./harness/replica.js";
import { StandingReplica } from "./harness/standing-replica.js";
import { Clients, type LoadOptions } from "./load/clients.js";

interface WorldOptions {
  readonly name: string;
  readonly random: Random;
  readonly count: number;
  readonly full: boolean;
  readonly postgres: Postgres;
  /** The folder whose `dist` is run as the service; the repository's own, where none is named. */
  readonly root?: string;
}

/** Where clients are to ask, and what. */
interface ClientsOptions extends Omit<LoadOptions, "replicas" | "folder" | "seed" | "patienceMs"> {
  readonly replicas: readonly { readonly graphqlUrl: string }[];
  /** For how long an unanswered request is made again; a minute, where nothing else is said. */
  readonly patienceMs?: number;
}

const PATIENCE_MS = 60_000;

/** What a scenario has to itself. Whatever it starts is stopped when it ends, in the reverse order. */
export class World {
  /** What did not stop, a sentence each. */
  readonly failures: string[] = [];

  private readonly stops: (() => Promise<unknown>)[] = [];

  constructor(private readonly options: WorldOptions) {}

  /** The same for the same seed and scenario. */
  get random(): Random {
    return this.options.random;
  }

  /** What its plans are drawn from. */
  get seed(): string {
    return this.options.random.name;
  }

  /** How often the fault is to be driven. */
  get count(): number {
    return this.options.count;
  }

  /** Whether time is no object. */
  get full(): boolean {
    return this.options.full;
  }

  get postgres(): Postgres {
    return this.options.postgres;
  }

  progress(message: string): void {
    progress(`${this.options.name}: ${message}`);
  }

  /** Registers what has to be stopped when the scenario ends, however it ends. */
  stopAtEnd(stop: () => Promise<unknown>): void {
    this.stops.push(stop);
  }

  /** A new, empty database, which is dropped in the end. */
  async database(): Promise<string> {
    const url = await this.postgres.freshDatabase();
    this.stopAtEnd(() => this.postgres.drop(url));
    return url;
  }

  /** A replica that is stopped in the end. */
  async replica(options: ReplicaOptions): Promise<Replica> {
    const replica = await Replica.start(this.inRoot(options));
    this.stopAtEnd(() => replica.stop());
    return replica;
  }

  /** A replica that can be killed and started again at the same address. */
  async standingReplica(options: ReplicaOptions): Promise<StandingReplica> {
    const replica = await StandingReplica.start(this.inRoot(options));
    this.stopAtEnd(() => replica.stop());
    return replica;
  }

  /** The two replicas of most scenarios. The first brings the schema up to date. */
  async twoReplicas(options: ReplicaOptions): Promise<readonly [StandingReplica, StandingReplica]> {
    return [await this.standingReplica(options), await this.standingReplica(options)];
  }

  /** Client processes, at work. They are killed in the end, where they have not finished by then. */
  async clients({ replicas, ...options }: ClientsOptions): Promise<Clients> {
    const urls = replicas.map(({ graphqlUrl }) => graphqlUrl);
    const folder = await this.folder();
    const clients = Clients.start({ patienceMs: PATIENCE_MS, ...options, seed: this.seed, replicas: urls, folder });
    this.stopAtEnd(() => clients.kill());
    return clients;
  }

  /** A new, empty folder, which is removed in the end. */
  async folder(): Promise<string> {
    const folder = await mkdtemp(join(tmpdir(), "namesake-faults-"));
    this.stopAtEnd(() => rm(folder, { recursive: true, force: true, maxRetries: 10 }));
    return folder;
  }

  /** Stops everything, though some of it fails to stop. */
  async stopAll(): Promise<void> {
    for (const stop of this.stops.splice(0).toReversed()) {
      await stop().catch((error: Error) => this.failures.push(`Something did not stop: ${error.message}`));
    }
  }

  private inRoot(options: ReplicaOptions): ReplicaOptions {
    const { root } = this.options;
    return root === undefined ? options : { root, ...options };
  }
}
