import type { ScratchDatabase } from "../database/database.js";
import { progress } from "../harness/progress.js";
import { interleave, median } from "../harness/rounds.js";
import { type CommitContender, type CommitCost, contendersAt } from "./commit-contenders.js";
import { type CommitSite, openSite } from "./commit-site.js";
import { recordCommit } from "./record-commit.js";

/** One contender at one size of the group: medians over the rounds. */
export interface CommitMeasured {
  readonly members: number;
  readonly contender: string;
  readonly ms: number;
  readonly rounds: readonly number[];
  /** Bytes of write-ahead log, right after a checkpoint: each page that is touched is logged whole. */
  readonly walBytes: number;
  /** The same where the pages have been touched since the checkpoint; null where it was not measured. */
  readonly walBytesLater: number | null;
}

/** How long a commit takes, and what it adds to the write-ahead log, at each size. */
export async function measureCommits(
  database: ScratchDatabase,
  { sizes, rounds }: { sizes: readonly number[]; rounds: number },
): Promise<CommitMeasured[]> {
  const statements = await recordCommit(database);
  const sites: CommitSite[] = [];
  try {
    for (const members of sizes) {
      progress(`commit: a group of ${members.toLocaleString("en")} members is made`);
      sites.push(await openSite(database, members));
    }
    const contenders = sites.flatMap((site) => contendersAt(site, database, statements));
    const results = await interleave<CommitCost, CommitContender>(contenders, rounds);
    return results.map(({ contender, measured }) => summary(contender, measured));
  } finally {
    for (const site of sites) await site.close();
  }
}

function summary({ members, contender }: CommitContender, costs: readonly CommitCost[]): CommitMeasured {
  const later = costs.flatMap(({ walBytesLater }) => walBytesLater ?? []);
  return {
    members,
    contender,
    ms: median(costs.map(({ ms }) => ms)),
    rounds: costs.map(({ ms }) => ms),
    walBytes: median(costs.map(({ walBytes }) => walBytes)),
    walBytesLater: later.length > 0 ? median(later) : null,
  };
}
