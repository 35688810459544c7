import type { Client } from "pg";
import { commitOverHttp } from "../commit/record-commit.js";
import { undoCommit } from "../database/groups.js";
import { type Contender, median, timed } from "../harness/rounds.js";
import type { AskedServer } from "../reads/read-contender.js";

/** How long a commit of one caller takes: the median over the rounds, and each of them. */
export interface CommitTime {
  readonly server: string;
  readonly ms: number;
  readonly rounds: readonly number[];
}

/** A way to commit. */
export interface CallerCommit extends Contender<number> {
  readonly server: string;
}

/** Commits in a round, which counts as the median of them, and before it, so that the service runs as it does for long. */
const REPEATS = 30;
const WARM_UP = { first: 200, later: 5 };

/** Commits of one group, one after the other, each of which is taken back. Only the commits are timed. */
export function commitsBy({ name, url, headers = {} }: AskedServer, client: Client, groupId: string): CallerCommit {
  const once = async () => {
    const ms = await timed(() => commitOverHttp(url, groupId, headers));
    await undoCommit(client, groupId);
    return ms;
  };
  const run = async (round: number) => {
    const warmUp = round === 0 ? WARM_UP.first : WARM_UP.later;
    const times: number[] = [];
    for (let count = 0; count < warmUp + REPEATS; count += 1) times.push(await once());
    return median(times.slice(warmUp));
  };
  return { name: `commit, ${name}`, server: name, run };
}
