import type { DataSource } from "typeorm";
import { dataSourceOf, previewByLoadDecide } from "../commit/load-decide-save.js";
import type { ScratchDatabase } from "../database/database.js";
import { replay } from "../database/replay.js";
import { progress } from "../harness/progress.js";
import { type Contender, interleave, median, typicalTime } from "../harness/rounds.js";
import { ask } from "../service/http-client.js";
import { KEYS } from "../service/names.js";
import { commitOf } from "../service/operations.js";
import { listsByStatus, type NamedOperation, previewParts } from "./preview-operations.js";
import { openPreviewSite, type PreviewSite } from "./preview-site.js";

/** What other parts look up. */
export const BARE_COUNT = "counts, as bare SQL";
export const LOAD_DECIDE = "first page with counts, TypeORM load and decide";

/** Beyond this, loading all members takes too long to wait for, and enough is known. */
const MOST_MEMBERS_TO_LOAD = 100_000;

/** One operation at one size of the group: medians over the rounds, in milliseconds. */
export interface PreviewMeasured {
  readonly members: number;
  readonly operation: string;
  /** Over HTTP; null for what is SQL alone. */
  readonly httpMs: number | null;
  /** The same statements through bare pg, or what else is no service. */
  readonly bareMs: number;
}

/** One way to run an operation at one size. */
interface PreviewContender extends Contender<number> {
  readonly members: number;
  readonly operation: string;
  readonly overHttp: boolean;
}

/** How long the parts of a preview take at each size, and the lists by status before and after the commit. */
export async function measurePreviews(
  database: ScratchDatabase,
  { sizes, rounds }: { sizes: readonly number[]; rounds: number },
): Promise<PreviewMeasured[]> {
  const sites: PreviewSite[] = [];
  const dataSources: DataSource[] = [];
  try {
    const before: PreviewContender[] = [];
    for (const members of sizes) {
      progress(`previews: a group of ${members.toLocaleString("en")} members is made`);
      const site = await openPreviewSite(database, members);
      sites.push(site);
      const operations = [...(await previewParts(site)), ...(await listsByStatus(site, "before"))];
      before.push(...(await contendersAt(site, operations)), bareCount(site));
      if (members > MOST_MEMBERS_TO_LOAD) continue;
      const dataSource = await dataSourceOf(site.databaseUrl);
      dataSources.push(dataSource);
      before.push(loadDecide(site, dataSource));
    }
    const measured = await measure(before, rounds);
    const after: PreviewContender[] = [];
    for (const site of sites) {
      await ask(site.serviceUrl, commitOf(site.groupId));
      after.push(...(await contendersAt(site, await listsByStatus(site, "after"))));
    }
    return [...measured, ...(await measure(after, rounds))];
  } finally {
    for (const dataSource of dataSources) await dataSource.destroy();
    for (const site of sites) await site.close();
  }
}

async function contendersAt(site: PreviewSite, operations: readonly NamedOperation[]): Promise<PreviewContender[]> {
  const contenders: PreviewContender[] = [];
  for (const { name, operation } of operations) {
    const statements = await site.statementsOf(operation);
    contenders.push(
      contenderOf(site, name, () => ask(site.serviceUrl, operation), true),
      contenderOf(site, name, () => replay(site.client, statements)),
    );
  }
  return contenders;
}

/** What anybody would write to count the members of a group by name and status. */
function bareCount(site: PreviewSite): PreviewContender {
  const text = `SELECT name_key = ANY ($2::text[]) AS synchronized, snapshot_id IS NOT NULL AS authenticated, count(*) AS count
    FROM enterprise_accounts WHERE group_id = $1 AND id <> group_id GROUP BY 1, 2`;
  const values = [site.groupId, [KEYS.before, KEYS.after]];
  return contenderOf(site, BARE_COUNT, () => site.client.query({ text, values }));
}

function loadDecide(site: PreviewSite, dataSource: DataSource): PreviewContender {
  return contenderOf(site, LOAD_DECIDE, () => previewByLoadDecide(dataSource, site.groupId));
}

function contenderOf(
  { members }: PreviewSite,
  operation: string,
  work: () => Promise<unknown>,
  overHttp = false,
): PreviewContender {
  const name = `${operation}${overHttp ? ", over HTTP" : ""}, ${members.toLocaleString("en")} members`;
  return { name, members, operation, overHttp, run: () => typicalTime(work) };
}

async function measure(contenders: readonly PreviewContender[], rounds: number): Promise<PreviewMeasured[]> {
  progress("warming up");
  for (const { run } of contenders) await run(0);
  const results = await interleave<number, PreviewContender>(contenders, rounds);
  const timeOf = (one: PreviewContender, overHttp: boolean) => {
    const found = results.find(
      ({ contender }) =>
        contender.members === one.members && contender.operation === one.operation && contender.overHttp === overHttp,
    );
    return found ? median(found.measured) : null;
  };
  const bare = contenders.filter(({ overHttp }) => !overHttp);
  return bare.map((one) => ({
    members: one.members,
    operation: one.operation,
    httpMs: timeOf(one, true),
    bareMs: timeOf(one, false) as number,
  }));
}
