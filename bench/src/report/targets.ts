import type { CommitMeasured } from "../commit/commit.js";
import { SAME_STATEMENTS, SERVICE } from "../commit/commit-contenders.js";
import { COPYINGS } from "../commit/copying.js";
import { median } from "../harness/rounds.js";
import { PAGE_WITH_COUNTS } from "../previews/preview-operations.js";
import { BARE_COUNT, type PreviewMeasured } from "../previews/previews.js";
import { READS, type ReadName } from "../reads/read-operations.js";
import { MERCURIUS, OURS, POSTGRAPHILE } from "../reads/read-servers.js";
import type { Results } from "../results.js";

/** Something that the service is held to, and how it does. */
export interface Target {
  readonly what: string;
  /** At most or at least `limit`, in `unit`. */
  readonly bound: "<=" | ">=";
  readonly limit: number;
  readonly unit: "times" | "bytes";
  /** Null where it was not measured. */
  readonly measured: number | null;
}

/** Whether a target is met; null where it was not measured. */
export function isMet({ bound, limit, measured }: Target): boolean | null {
  if (measured === null) return null;
  return bound === "<=" ? measured <= limit : measured >= limit;
}

const THOUSAND = 1_000;
const MILLION = 1_000_000;
const MEBIBYTE = 2 ** 20;

/** Every target, in the order of the report. */
export function targetsIn(results: Results): Target[] {
  return [...commitTargets(results), ...previewTargets(results), ...readTargets(results), ...fileTargets(results)];
}

function commitTargets({ commit }: Results): Target[] {
  const of = (contender: string, members: number) => commitOf(commit?.measured ?? [], contender, members);
  const best = COPYINGS.flatMap(({ name }) => of(name, 10_000)?.ms ?? []);
  const million = of(SERVICE, MILLION);
  const wal = { bound: "<=", limit: 64 * 1024, unit: "bytes" } as const;
  return [
    atMost(1.5, "a commit that reaches a million members / one that reaches a thousand, over HTTP", [
      million?.ms,
      of(SERVICE, THOUSAND)?.ms,
    ]),
    { ...wal, what: "write-ahead log of a commit at a million members", measured: million?.walBytesLater ?? null },
    { ...wal, what: "the same right after a checkpoint, the worst case", measured: million?.walBytes ?? null },
    atMost(2, "a commit over HTTP / the same statements through bare pg, median of the sizes", [
      overBare(commit?.measured),
      1,
    ]),
    atMost(1 / 30, "a commit at 10,000 members / the best set-based copy", [of(SERVICE, 10_000)?.ms, least(best)]),
  ];
}

function commitOf(measured: readonly CommitMeasured[], contender: string, members: number): CommitMeasured | undefined {
  return measured.find((one) => one.contender === contender && one.members === members);
}

function overBare(measured: readonly CommitMeasured[] = []): number | undefined {
  const sizes = measured.filter(({ contender }) => contender === SERVICE);
  const ratios = sizes.flatMap(({ members, ms }) => {
    const bare = commitOf(measured, SAME_STATEMENTS, members);
    return bare ? ms / bare.ms : [];
  });
  return ratios.length > 0 ? median(ratios) : undefined;
}

function previewTargets({ previews }: Results): Target[] {
  const measured = previews?.measured ?? [];
  const of = (operation: string, members: number) =>
    measured.find((one) => one.operation === operation && one.members === members);
  return [
    atMost(1.5, "any page of a million members / the same page of a thousand, over HTTP: the worst of them", [
      worstGrowth(measured),
      1,
    ]),
    atMost(1.3, "a page with counts of a million members over HTTP / the bare SQL count", [
      of(PAGE_WITH_COUNTS, MILLION)?.httpMs,
      of(BARE_COUNT, MILLION)?.bareMs,
    ]),
  ];
}

/** By how much the page grows that grows most. Counts are no page. */
function worstGrowth(measured: readonly PreviewMeasured[]): number | undefined {
  const pages = measured.filter(({ operation, httpMs }) => httpMs !== null && operation !== PAGE_WITH_COUNTS);
  const growths = pages.flatMap(({ members, operation, httpMs }) => {
    const small = pages.find((page) => page.operation === operation && page.members === THOUSAND);
    return members === MILLION && small ? (httpMs as number) / (small.httpMs as number) : [];
  });
  return growths.length > 0 ? Math.max(...growths) : undefined;
}

const OVER_POSTGRAPHILE: Record<ReadName, number> = { "one account": 1.5, "50 members": 1.3, preview: 1.5 };

function readTargets({ reads }: Results): Target[] {
  const of = (read: ReadName, server: string) =>
    reads?.measured.reads.find((one) => one.read === read && one.server === server)?.requestsPerSecond;
  const against = (server: string, limitOf: (read: ReadName) => number) =>
    READS.map((read) =>
      atLeast(limitOf(read), `requests per second, ${read}: ${OURS} / ${server}`, [of(read, OURS), of(read, server)]),
    );
  return [...against(POSTGRAPHILE, (read) => OVER_POSTGRAPHILE[read]), ...against(MERCURIUS, () => 0.7)];
}

function fileTargets({ import: files, reads }: Results): Target[] {
  const measured = files?.measured;
  const memory = { bound: "<=", limit: 300 * MEBIBYTE, unit: "bytes" } as const;
  const underLoad = reads?.measured.memory.find(({ server }) => server === OURS)?.peakBytes ?? null;
  return [
    atLeast(0.6, "rows per second, import / COPY", [measured?.importRowsPerSecond, measured?.copyRowsPerSecond]),
    { ...memory, what: "peak memory of an import", measured: measured?.importPeakBytes ?? null },
    { ...memory, what: "peak memory of an export", measured: measured?.exportPeakBytes ?? null },
    { ...memory, what: "peak memory of the server while it is read from", measured: underLoad },
  ];
}

type Quotient = readonly [number | null | undefined, number | null | undefined];

function atMost(limit: number, what: string, quotient: Quotient): Target {
  return { what, bound: "<=", limit, unit: "times", measured: divided(quotient) };
}

function atLeast(limit: number, what: string, quotient: Quotient): Target {
  return { what, bound: ">=", limit, unit: "times", measured: divided(quotient) };
}

function divided([dividend, divisor]: Quotient): number | null {
  return dividend === null || dividend === undefined || !divisor ? null : dividend / divisor;
}

function least(values: readonly number[]): number | undefined {
  return values.length > 0 ? Math.min(...values) : undefined;
}
