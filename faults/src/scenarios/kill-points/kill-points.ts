import { join } from "node:path";
import { judge } from "../../checker/judge.js";
import { clock, HistoryWriter } from "../../load/history.js";
import { MASTER } from "../../load/plan.js";
import { PlayedGroup } from "../../load/play.js";
import { Requester } from "../../load/requester.js";
import type { Scenario } from "../../scenario.js";
import type { World } from "../../world.js";
import { CommitSite } from "./commit-site.js";
import { commitOf, fillingOf, OTHER } from "./group-to-commit.js";
import { type Moment, momentsOf } from "./moment.js";

/** The sizes of the groups, in members. */
const SIZES = { ci: [10], full: [0, 1, 10, 1_000, 10_000] };
const PATIENCE_MS = 60_000;

/** How many replicas are killed at the same time, each at moments of its own commits. */
const SITES = 2;

export const killPoints: Scenario = {
  name: "kill-points",
  title: "a replica is killed at each point of a commit: around each statement, around COMMIT, before the answer",
  toReach: "0 lost, 0 twice, 0 torn",
  counts: { ci: SIZES.ci.length, full: SIZES.full.length },
  async run(world) {
    const databaseUrl = await world.database();
    const other = await world.standingReplica({ databaseUrl });
    const historyFile = join(await world.folder(), "kill-points.jsonl");
    const run = new KillPoints(world, new HistoryWriter(historyFile), other.graphqlUrl);
    const sites: CommitSite[] = [];
    while (sites.length < SITES) sites.push(await CommitSite.open(world, databaseUrl));
    for (const size of world.full ? SIZES.full : SIZES.ci) await run.killAtEachPoint(sites, size);
    const { history: _, ...judgement } = await judge([historyFile], databaseUrl);
    const { statements, recoveriesMs, problems } = run;
    return {
      ...judgement,
      injected: recoveriesMs.length,
      recoveriesMs,
      measured: { ...judgement.measured, "around each of": statements.join(", ") },
      problems: [...judgement.problems, ...problems],
    };
  },
};

/** One run of the scenario. */
class KillPoints {
  /** Those of a commit that reaches members. */
  statements: readonly string[] = [];
  readonly recoveriesMs: number[] = [];
  readonly problems: string[] = [];
  private groups = 0;

  constructor(
    private readonly world: World,
    private readonly history: HistoryWriter,
    private readonly otherUrl: string,
  ) {}

  /** Finds the points of a commit in a group of this size, and kills a replica at each of them. */
  async killAtEachPoint(sites: readonly CommitSite[], size: number): Promise<void> {
    const [site] = sites as [CommitSite];
    const statements = await this.inGroup(site, size, (commit) => site.statementsOf(commit));
    if (statements.length > this.statements.length) this.statements = statements;
    const left = momentsOf(statements);
    this.world.progress(`${left.length} points of a commit with ${size} members`);
    const killNext = async (one: CommitSite) => {
      for (let moment = left.shift(); moment !== undefined; moment = left.shift()) await this.killAt(moment, one, size);
    };
    await Promise.all(sites.map(killNext));
  }

  private async killAt(moment: Moment, site: CommitSite, size: number): Promise<void> {
    let answeredAt = 0;
    await this.inGroup(site, size, async (commit) => {
      const killedAt = await site.killAt(moment, async () => {
        await commit();
        answeredAt = clock();
      });
      if (killedAt === null) this.problems.push(`The point ${moment.name} of ${size} members did not come.`);
      else this.recoveriesMs.push(answeredAt - killedAt);
    });
  }

  /** Has a new group, whose commit is made by what is given. The killed replica is asked for it first, and then the other. */
  private async inGroup<T>(
    site: CommitSite,
    size: number,
    work: (commit: () => Promise<unknown>) => Promise<T>,
  ): Promise<T> {
    this.groups += 1;
    const random = this.world.random.fork(`group ${this.groups}`);
    const replicas = [site.graphqlUrl, this.otherUrl];
    const requester = new Requester({ replicas, history: this.history, random, patienceMs: PATIENCE_MS });
    const group = new PlayedGroup(`${size} members/${this.groups}`, requester);
    for (const stage of fillingOf(size, random)) await group.play(stage);
    const done = await work(() => group.play([commitOf(random)]));
    await group.play([{ kind: "read", account: MASTER, replica: OTHER }]);
    return done;
  }
}
