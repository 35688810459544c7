import { join } from "node:path";
import { within } from "./deadline.js";
import { type Ended, OwnProcess } from "./own-process.js";
import { inRepository } from "./paths.js";

export interface ReplicaOptions {
  /** Undefined for the embedded server of NAMESAKE_DATA_DIR. */
  readonly databaseUrl?: string;
  /** Further environment variables. */
  readonly env?: Readonly<Record<string, string>>;
  /** The folder whose `dist` is run; the repository's own, where none is named. */
  readonly root?: string;
}

const START_WITHIN_MS = 30_000;
const STOP_WITHIN_MS = 15_000;

/** A replica of the service, as its operator runs it: a process of its own, listening at a free port of 127.0.0.1. */
export class Replica {
  private constructor(
    private readonly process: OwnProcess,
    /** Where it listens, without a path: `http://127.0.0.1:PORT`. */
    readonly url: string,
    /** From its start until it listened. */
    readonly startedWithinMs: number,
  ) {}

  /** @throws with what it wrote to standard error, where it does not come to listen */
  static async start({ databaseUrl, env = {}, root = inRepository(".") }: ReplicaOptions): Promise<Replica> {
    const began = performance.now();
    const database = databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl };
    const process = OwnProcess.start({
      script: join(root, "dist/src/main.js"),
      env: { PORT: "0", LOG_LEVEL: "warn", PAGES: "off", ...database, ...env },
    });
    try {
      const listening = process.untilItWrites(/Namesake listens at (http:\/\/[^/\s]+)/);
      const [, url = ""] = await within(START_WITHIN_MS, "The start of a replica", listening);
      return new Replica(process, url, performance.now() - began);
    } catch (error) {
      await process.kill9();
      throw error;
    }
  }

  get graphqlUrl(): string {
    return `${this.url}/graphql`;
  }

  get pid(): number {
    return this.process.pid;
  }

  get isRunning(): boolean {
    return this.process.isRunning;
  }

  /** What it has logged, the last megabyte of it. */
  get log(): string {
    return this.process.log;
  }

  /** How it ended, once it has. */
  get ended(): Promise<Ended> {
    return this.process.ended;
  }

  /** `kill -9`, and waits for the process to be gone. */
  kill9(): Promise<void> {
    return this.process.kill9();
  }

  /** Only sends the signal: see `ended`. */
  sigterm(): void {
    this.process.signal("SIGTERM");
  }

  /** SIGINT, which asks for no draining; `kill -9` where that takes too long. */
  async stop(): Promise<void> {
    this.process.signal("SIGINT");
    await within(STOP_WITHIN_MS, "The stop of a replica", this.ended).catch(() => this.kill9());
  }
}
