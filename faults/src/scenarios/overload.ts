import { countsIn, crowd, totalOf } from "../crowd/crowd.js";
import { IDLE_CLOSED } from "../crowd/crowd-client.js";
import type { CrowdReport } from "../crowd/crowd-orders.js";
import { registerLargeGroup, registerMasters } from "../crowd/large-group.js";
import { mixedDocuments } from "../crowd/mixed-documents.js";
import type { Scenario } from "../scenario.js";

const CONNECTIONS = 500;
const POOL = 5;
/** Enough for the database to be what there is too little of. */
const MEMBERS = 20_000;
const OTHER_GROUPS = 50;

const ADMITTED = "200";
const REFUSED = "503 SERVICE_UNAVAILABLE";
const ADMITTED_P99_WITHIN_MS = 2_000;
const ANY_WITHIN_MS = 10_000;

/** Four times as soon as those who are refused are asked to. */
const PAUSE_MS = 250;

/** Driven for as many seconds as it is to be. */
export const overload: Scenario = {
  name: "overload",
  title: `${CONNECTIONS} connections at once on a pool of ${POOL}`,
  toReach: "admitted p99 <= 2 s, the rest 503, none hangs",
  counts: { ci: 10, full: 300 },
  async run(world) {
    const databaseUrl = await world.database();
    const { graphqlUrl: url } = await world.replica({ databaseUrl, env: { DATABASE_CONNECTIONS: String(POOL) } });
    const masterId = await registerLargeGroup(url, MEMBERS);
    const otherMasterIds = await registerMasters(url, OTHER_GROUPS);
    const documents = mixedDocuments({ masterId, otherMasterIds }, world.random);
    const end = { afterMs: world.count * 1_000 };
    const report = await crowd({ url, documents, connections: CONNECTIONS, end, pauseMs: PAUSE_MS });
    return {
      injected: CONNECTIONS,
      requests: totalOf(report),
      answers: countsIn(report),
      measured: measuredIn(report),
      problems: problemsIn(report),
    };
  },
};

function measuredIn(report: CrowdReport): Record<string, number> {
  const [admitted, refused] = [report[ADMITTED], report[REFUSED]];
  return {
    "admitted p50 (ms)": admitted?.p50Ms ?? 0,
    "admitted p99 (ms)": admitted?.p99Ms ?? 0,
    "admitted, the longest (ms)": admitted?.mostMs ?? 0,
    "refused p99 (ms)": refused?.p99Ms ?? 0,
  };
}

function problemsIn(report: CrowdReport): string[] {
  const { [ADMITTED]: admitted, [REFUSED]: refused, [IDLE_CLOSED]: _closed, ...others } = report;
  const problems = Object.entries(others).map(([kind, { count }]) => `${count} requests were answered ${kind}.`);
  if (admitted === undefined) problems.push("No request was admitted.");
  if (refused === undefined) problems.push("No request was refused.");
  if (admitted && admitted.p99Ms > ADMITTED_P99_WITHIN_MS) problems.push(`Admitted p99: ${admitted.p99Ms} ms.`);
  if (refused && refused.withoutRetryAfter > 0) problems.push(`${refused.withoutRetryAfter} had no Retry-After.`);
  const mostMs = Math.max(...Object.values(report).map((answers) => answers.mostMs));
  if (mostMs > ANY_WITHIN_MS) problems.push(`A request took ${mostMs} ms.`);
  return problems;
}
