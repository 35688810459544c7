import type { ScratchDatabase } from "../database/database.js";
import type { Load } from "../harness/load.js";
import { interleave, median } from "../harness/rounds.js";
import { overHttp, type ReadContender, type ReadMeasured, summary } from "../reads/read-contender.js";
import { type CallerCommit, type CommitTime, commitsBy } from "./caller-commits.js";
import { callerReads, mustAnswerAsOne } from "./caller-reads.js";
import { openCallerSite } from "./caller-site.js";

/** A read by one kind of caller, with the requests per second of each round. */
export interface CallerReadMeasured extends ReadMeasured {
  readonly rounds: readonly number[];
}

/** What it costs to know who is calling: each `server` is a variant of the service. */
export interface CallersMeasured {
  readonly reads: readonly CallerReadMeasured[];
  readonly commits: readonly CommitTime[];
}

/** How the service reads under load, and commits one by one, for callers of several kinds. */
export async function measureCallers(
  database: ScratchDatabase,
  { rounds, seconds }: { rounds: number; seconds: number },
): Promise<CallersMeasured> {
  const { variants, subjects, largeGroupId, client, groupId, close } = await openCallerSite(database);
  try {
    const reads = callerReads(subjects, largeGroupId);
    await mustAnswerAsOne(variants, reads);
    const loads = reads.flatMap((read) => variants.map((variant) => overHttp(variant, { ...read, seconds })));
    const readResults = await interleave<Load, ReadContender>(loads, rounds);
    const commits = variants.map((variant) => commitsBy(variant, client, groupId));
    const commitResults = await interleave<number, CallerCommit>(commits, rounds);
    await mustAnswerAsOne(variants, reads);
    return {
      reads: readResults.map(({ contender, measured }) => ({
        ...summary(contender, measured),
        rounds: measured.map(({ requestsPerSecond }) => requestsPerSecond),
      })),
      commits: commitResults.map(({ contender: { server }, measured }) => {
        return { server, ms: median(measured), rounds: measured };
      }),
    };
  } finally {
    await close();
  }
}
