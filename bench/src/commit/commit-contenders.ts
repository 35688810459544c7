import type { Client } from "pg";
import type { DataSource } from "typeorm";
import { connect, type ScratchDatabase } from "../database/database.js";
import { BOTH_REASONS, synchronizedOf, type Template, undoCommit } from "../database/groups.js";
import { replay } from "../database/replay.js";
import { walBytesDuring } from "../database/wal.js";
import { type Contender, median, timed } from "../harness/rounds.js";
import type { CommitSite } from "./commit-site.js";
import { COPYINGS, commitByCopying } from "./copying.js";
import { commitByLoadDecideSave, dataSourceOf } from "./load-decide-save.js";
import { type CommitStatements, commitOverHttp } from "./record-commit.js";

/** The contenders that are no way to copy. */
export const SERVICE = "Namesake over HTTP";
export const SAME_STATEMENTS = "same statements, bare pg";
export const LOAD_DECIDE_SAVE = "TypeORM load, decide, save";

/** Beyond this, loading and saving takes too long to wait for, and enough is known. */
const MOST_MEMBERS_TO_SAVE = 10_000;

/** What costs milliseconds is done so often in a round, which counts as the median of it. */
const REPEATS = 10;
/** Commits that are not measured: before the first round, until the service runs as it does for long, and before each other one. */
const WARM_UP = { first: 300, later: 5 };

/** What a commit costs: see CommitMeasured. */
export interface CommitCost {
  readonly ms: number;
  readonly walBytes: number;
  readonly walBytesLater: number | null;
}

/** A way to commit, at one size of the group. */
export interface CommitContender extends Contender<CommitCost> {
  readonly members: number;
  readonly contender: string;
}

/** Every way to commit a group of one size. */
export function contendersAt(
  site: CommitSite,
  database: ScratchDatabase,
  statements: CommitStatements,
): CommitContender[] {
  const { template, service, client } = site;
  const { groupId, members } = template;
  const named = (contender: string, run: CommitContender["run"]): CommitContender => {
    return { name: `${contender}, ${members.toLocaleString("en")} members`, contender, members, run };
  };
  const afresh = (commit: OneShot) => () => onFreshCopy(database, template, commit);
  const copies = COPYINGS.map((copying) =>
    named(
      copying.name,
      afresh(({ client }, id) => commitByCopying(client, copying, id)),
    ),
  );
  const saving = named(
    LOAD_DECIDE_SAVE,
    afresh(({ dataSource }, id) => commitByLoadDecideSave(dataSource, id)),
  );
  return [
    named(
      SERVICE,
      repeatedly(site, () => commitOverHttp(service.url, groupId)),
    ),
    named(
      SAME_STATEMENTS,
      repeatedly(site, () => replay(client, statements(groupId))),
    ),
    ...copies,
    ...(members <= MOST_MEMBERS_TO_SAVE ? [saving] : []),
  ];
}

/** Commits and takes it back, several times: nothing but the master's rows has to be restored. */
function repeatedly({ client, template: { groupId } }: CommitSite, commit: () => Promise<unknown>) {
  const undone = async <T>(cost: T): Promise<T> => {
    const { rowCount } = await client.query("SELECT FROM synchronizations WHERE group_id = $1", [groupId]);
    if (rowCount !== 1) throw new Error("What was to be a commit is none.");
    await undoCommit(client, groupId);
    return cost;
  };
  return async (round: number): Promise<CommitCost> => {
    const warmUp = round === 0 ? WARM_UP.first : WARM_UP.later;
    for (let count = 0; count < warmUp; count += 1) await undone(await commit());
    const costs: Pick<CommitCost, "ms" | "walBytes">[] = [];
    for (let count = 0; count < REPEATS; count += 1) costs.push(await undone(await costOf(client, commit)));
    return {
      ms: median(costs.map(({ ms }) => ms)),
      walBytes: median(costs.map(({ walBytes }) => walBytes)),
      walBytesLater: await undone(await walBytesDuring(client, commit)),
    };
  };
}

type OneShot = (session: { client: Client; dataSource: DataSource }, groupId: string) => Promise<void>;

/** What rewrites members gets a fresh copy of the database each time, and connections that are made already. */
async function onFreshCopy(database: ScratchDatabase, template: Template, commit: OneShot): Promise<CommitCost> {
  const url = await database.copyOf(template.url);
  const client = await connect(url);
  const dataSource = await dataSourceOf(url);
  try {
    // A new connection knows no table yet.
    await commit({ client, dataSource }, template.smallGroupId);
    const cost = await costOf(client, () => commit({ client, dataSource }, template.groupId));
    await mustHaveReached(client, template);
    return { ...cost, walBytesLater: null };
  } finally {
    await dataSource.destroy();
    await client.end();
    await database.drop(url);
  }
}

async function costOf(client: Client, commit: () => Promise<unknown>) {
  await client.query("CHECKPOINT");
  let ms = 0;
  const walBytes = await walBytesDuring(client, async () => {
    ms = await timed(commit);
  });
  return { ms, walBytes };
}

/** Six of ten members share the master's authentication, by whatever they were given it. */
async function mustHaveReached(client: Client, { groupId, members }: Template): Promise<void> {
  const { rows } = await client.query(
    `SELECT count(*)::integer AS reached
    FROM enterprise_accounts AS member
    JOIN enterprise_accounts AS master ON master.group_id = member.group_id AND master.id = master.group_id
    WHERE member.group_id = $1 AND member.id <> $1 AND member.snapshot_id = master.snapshot_id`,
    [groupId],
  );
  const expected = synchronizedOf({ members, ...BOTH_REASONS });
  if (rows[0].reached !== expected) throw new Error(`A copy reached ${rows[0].reached} members, not ${expected}.`);
}
