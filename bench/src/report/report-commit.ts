import type { CommitMeasured } from "../commit/commit.js";
import { LOAD_DECIDE_SAVE, SAME_STATEMENTS, SERVICE } from "../commit/commit-contenders.js";
import { COPYINGS } from "../commit/copying.js";
import type { Part } from "../results.js";
import { bytes, duration, table, times, whole } from "./markdown.js";
import type { Series } from "./time-chart.js";

type CommitPart = Part<readonly CommitMeasured[]>;

const CONTENDERS = [SERVICE, SAME_STATEMENTS, ...COPYINGS.map(({ name }) => name), LOAD_DECIDE_SAVE];

/** A line for each way to commit; the copies, which lie close together, as the best of them. */
export function commitSeries({ measured }: CommitPart): Series[] {
  const lines = [SERVICE, SAME_STATEMENTS, LOAD_DECIDE_SAVE].map((name) => ({
    name,
    emphasized: name === SERVICE,
    points: measured.filter(({ contender }) => contender === name).map(({ members, ms }) => [members, ms] as const),
  }));
  const sizes = [...new Set(measured.map(({ members }) => members))];
  const best = {
    name: "set-based copy, the best",
    points: sizes.map((members) => [members, bestCopy(measured, members)] as const),
  };
  return [...lines, best].filter(({ points }) => points.length > 0);
}

/** The median of the copy that takes the least time, in milliseconds. */
function bestCopy(measured: readonly CommitMeasured[], size: number): number {
  const copies = COPYINGS.map(({ name }) => name);
  const times = measured.filter(({ contender, members }) => members === size && copies.includes(contender));
  return Math.min(...times.map(({ ms }) => ms));
}

/** Times of a commit and what it adds to the write-ahead log, by size. */
export function commitSection({ measured }: CommitPart): string {
  const sizes = [...new Set(measured.map(({ members }) => members))];
  const of = (contender: string, members: number) =>
    measured.find((one) => one.contender === contender && one.members === members);
  const header = ["", ...sizes.map(whole)];
  const rows = (cell: (one: CommitMeasured) => string, contenders: readonly string[] = CONTENDERS) =>
    contenders.map((contender) => [contender, ...sizes.map((members) => cellOf(of(contender, members), cell))]);
  const fasterThanBest = sizes.map((members) => {
    const ours = of(SERVICE, members);
    return ours ? times(bestCopy(measured, members) / ours.ms) : "";
  });
  return `## Commit

A master is authenticated under another name. Six of ten members are synchronized, half of them for each reason; one in five
is authenticated by itself.

![Time of a commit, by members of the group](benchmarks/commit.svg)

${table(header, [...rows(({ ms }) => duration(ms)), ["best copy / Namesake", ...fasterThanBest]])}

Each commit follows a checkpoint, as most do in life: a group that is not being written to has no page that was touched since
the last one, so that each page is written to the log as a whole the first time. Contenders that rewrite members get a
fresh copy of the database each time. To load, decide and save is stopped at 10,000 members.

**Write-ahead log of one commit**, right after a checkpoint:

${table(
  header,
  rows(({ walBytes }) => bytes(walBytes)),
)}

and where the same pages had been touched since:

${table(
  header,
  rows(({ walBytesLater }) => bytes(walBytesLater), [SERVICE, SAME_STATEMENTS]),
)}

The copies:

- *two statements*: the history by an \`INSERT … SELECT\`, the members by an \`UPDATE\`;
- *one statement*: the \`UPDATE\` returns what the \`INSERT\` takes, so that members are looked for once;
- *reference only*: members take the snapshot's id alone, and their names are read from it: as little as copying can write.`;
}

function cellOf<T>(one: T | undefined, cell: (one: T) => string): string {
  return one === undefined ? "" : cell(one);
}
