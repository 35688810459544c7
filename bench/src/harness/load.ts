import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { promisify } from "node:util";
import type { Headers, Operation } from "../service/http-client.js";

const AUTOCANNON = createRequire(import.meta.url).resolve("autocannon");

/** What came of asking the same thing for a while over many connections. */
export interface Load {
  readonly requestsPerSecond: number;
  /** Null where single requests were not timed. */
  readonly p50Ms: number | null;
  readonly p99Ms: number | null;
}

interface Report {
  readonly requests: { readonly total: number };
  readonly duration: number;
  readonly latency: { readonly p50: number; readonly p99: number };
  readonly errors: number;
  readonly non2xx: number;
  readonly mismatches: number;
}

interface LoadPlan {
  readonly connections: number;
  readonly seconds: number;
  readonly headers?: Headers;
  /** What every answer is to be, to the letter. To compare them takes time: not where it is measured. */
  readonly expectedBody?: string;
}

/** Loads a server from a process of its own. @throws where it answers anything but 200, or not what was expected */
export async function loadOf(
  url: string,
  operation: Operation,
  { connections, seconds, headers = {}, expectedBody }: LoadPlan,
): Promise<Load> {
  const parameters = [AUTOCANNON, "--json", "--connections", `${connections}`, "--duration", `${seconds}`];
  const all = Object.entries({ "content-type": "application/json", ...headers });
  const sent = all.flatMap(([name, value]) => ["--headers", `${name}=${value}`]);
  const request = ["--method", "POST", ...sent, "--body", JSON.stringify(operation)];
  const expectation = expectedBody === undefined ? [] : ["--expectBody", expectedBody];
  const { stdout } = await promisify(execFile)(process.execPath, [...parameters, ...request, ...expectation, url]);
  const { requests, duration, latency, errors, non2xx, mismatches }: Report = JSON.parse(stdout);
  const failed = errors + non2xx + mismatches;
  if (failed > 0) throw new Error(`${url} failed ${failed} of ${requests.total} requests.`);
  return { requestsPerSecond: requests.total / duration, p50Ms: latency.p50, p99Ms: latency.p99 };
}
