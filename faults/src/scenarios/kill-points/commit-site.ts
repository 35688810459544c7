import type { StandingReplica } from "../../harness/standing-replica.js";
import { HttpLine } from "../../lines/http-line.js";
import { PostgresLine } from "../../lines/postgres-line.js";
import type { PostgresSession } from "../../lines/postgres-session.js";
import { clock } from "../../load/history.js";
import type { World } from "../../world.js";
import { type Moment, nameOf } from "./moment.js";

/** A replica between two lines: what it says to PostgreSQL is overheard, and it can be killed at any moment of that. */
export class CommitSite {
  private killedAt: number | null = null;

  private constructor(
    private readonly replica: StandingReplica,
    private readonly postgres: PostgresLine,
    private readonly http: HttpLine,
  ) {}

  static async open(world: World, databaseUrl: string): Promise<CommitSite> {
    const { hostname: host, port } = new URL(databaseUrl);
    const postgres = await PostgresLine.to({ host, port: Number(port) });
    world.stopAtEnd(() => postgres.close());
    const replica = await world.standingReplica({ databaseUrl: postgres.through(databaseUrl) });
    const http = await HttpLine.to(replica.graphqlUrl);
    world.stopAtEnd(() => http.close());
    return new CommitSite(replica, postgres, http);
  }

  get graphqlUrl(): string {
    return this.http.through(this.replica.graphqlUrl);
  }

  /** The names of the statements of what is done meanwhile, in order. Nothing else may be asked of the replica. */
  async statementsOf(work: () => Promise<unknown>): Promise<string[]> {
    const statements: string[] = [];
    this.postgres.hooks = { beforeStatement: (_session, { text }) => void statements.push(nameOf(text)) };
    await work();
    this.postgres.hooks = {};
    return statements;
  }

  /** Kills the replica at a moment of what is done meanwhile, and starts it again. Answers with when; null where the moment did not come. */
  async killAt(moment: Moment, work: () => Promise<unknown>): Promise<number | null> {
    this.killedAt = null;
    if (moment.boundary === "answer") this.http.hooks = { beforeAnswer: () => this.killBeforeAnswer() };
    else this.postgres.hooks = this.killingAt(moment.boundary, moment.place);
    await work();
    this.http.hooks = {};
    this.postgres.hooks = {};
    if (this.killedAt !== null) await this.replica.startAgain();
    return this.killedAt;
  }

  private async killBeforeAnswer(): Promise<"cut"> {
    await this.kill();
    return "cut";
  }

  private killingAt(boundary: "before" | "after", place: number) {
    let passed = 0;
    const killAtPlace = async (session: PostgresSession) => {
      if (passed++ !== place) return;
      await this.kill();
      session.connection.cut("reset"); // what was held must not reach anybody any more
    };
    return boundary === "before" ? { beforeStatement: killAtPlace } : { afterStatement: killAtPlace };
  }

  private async kill(): Promise<void> {
    this.http.hooks = {};
    this.postgres.hooks = {};
    this.killedAt = clock();
    await this.replica.kill9();
  }
}
