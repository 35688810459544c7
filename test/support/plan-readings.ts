import { expect } from "@jest/globals";
import type { Page, PageRequest, Position } from "../../src/application/page.js";
import type { TestStorage } from "./test-storage.js";

export type List = (request: PageRequest) => Promise<Page<unknown>>;

const PAGE_SIZE = 50;

/** Holds pages from both ends and from the middle of a list to what they may read at most, as EXPLAIN ANALYZE counts it. */
export async function expectBoundedPages(storage: TestStorage, list: List, most: Reading): Promise<void> {
  const first: PageRequest = { limit: PAGE_SIZE, from: "start", after: null, before: null };
  const middle = await middleOf(list);
  const pages: PageRequest[] = [
    first,
    { ...first, from: "end" },
    { ...first, after: middle },
    { ...first, before: middle, from: "end" },
    { ...first, after: middle, from: "end" },
  ];

  for (const request of pages) {
    const { rows, blocks } = await readBy(storage, () => list(request));

    const scans = rows > most.rows || blocks > most.blocks;
    expect({ request, rows, blocks, scans }).toEqual({ request, rows, blocks, scans: false });
  }
}

/** A position over a thousand rows away from the start, or the last one where there are fewer. */
async function middleOf(list: List): Promise<Position | null> {
  let after: Position | null = null;
  for (let page = 0; page < 12; page += 1) {
    const { items, hasNext } = await list({ limit: 100, from: "start", after, before: null });
    after = items.at(-1)?.position ?? after;
    if (!hasNext) break;
  }
  return after;
}

/** The rows that the statements of some work read, or looked at and left, and the blocks of the identities' indexes. */
export async function readBy(
  { statements: collector, served }: TestStorage,
  work: () => Promise<unknown>,
): Promise<Reading> {
  const statements = await collector.withValuesDuring(work);
  const total: Reading = { rows: 0, blocks: 0 };
  const runner = served.createQueryRunner();
  await runner.query("BEGIN; SET LOCAL namesake.groups = '*'");
  for (const { text, values } of statements.filter(({ text }) => /^\s*(SELECT|WITH)/.test(text))) {
    const [answer] = await runner.query(`EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ${text}`, values);
    addReading(answer["QUERY PLAN"][0].Plan, total);
  }
  await runner.query("COMMIT");
  await runner.release();
  return total;
}

export interface Reading {
  rows: number;
  blocks: number;
}

interface Plan {
  readonly "Relation Name"?: string;
  readonly "Index Name"?: string;
  readonly "Actual Rows": number;
  readonly "Actual Loops": number;
  readonly "Rows Removed by Filter"?: number;
  readonly "Rows Removed by Index Recheck"?: number;
  readonly "Shared Hit Blocks": number;
  readonly "Shared Read Blocks": number;
  readonly Plans?: readonly Plan[];
}

function addReading(plan: Plan, total: Reading): void {
  const { "Rows Removed by Filter": filtered = 0, "Rows Removed by Index Recheck": rechecked = 0 } = plan;
  if ("Relation Name" in plan || "Index Name" in plan) {
    total.rows += (plan["Actual Rows"] + filtered + rechecked) * plan["Actual Loops"];
  }
  if (/^enterprise_accounts_(un)?authenticated$/.test(plan["Index Name"] ?? "")) {
    total.blocks += plan["Shared Hit Blocks"] + plan["Shared Read Blocks"];
  }
  for (const part of plan.Plans ?? []) addReading(part, total);
}
