import { type Load, loadOf } from "../harness/load.js";
import { type Contender, median } from "../harness/rounds.js";
import { answerTo, type Headers, type Operation } from "../service/http-client.js";

/** How many connections ask a server at once. */
export const CONNECTIONS = 32;

/** One read of one server: medians over the rounds. */
export interface ReadMeasured {
  readonly read: string;
  readonly server: string;
  readonly requestsPerSecond: number;
  /** Null for what is no server. */
  readonly p50Ms: number | null;
  readonly p99Ms: number | null;
}

/** A read by one server, or by none. */
export interface ReadContender extends Contender<Load> {
  readonly read: string;
  readonly server: string;
}

/** A read, named by what is asked and by whom it is answered. */
export function contender(read: string, server: string, run: ReadContender["run"]): ReadContender {
  return { name: `${read}, ${server}`, read, server, run };
}

/** A server, and what it is sent with every request. */
export interface AskedServer {
  readonly name: string;
  readonly url: string;
  readonly headers?: Headers;
}

/** A read over HTTP, under load. Before the first round comes a load that is not measured. */
export function overHttp(
  { name, url, headers = {} }: AskedServer,
  { read, operation, seconds }: { read: string; operation: Operation; seconds: number },
): ReadContender {
  const plan = { connections: CONNECTIONS, headers };
  // What is compiled after the first requests has to answer as they were answered.
  const warmUp = async () => {
    const expectedBody = await answerTo(url, operation, headers);
    await loadOf(url, operation, { ...plan, seconds: WARM_UP_SECONDS, expectedBody });
  };
  return contender(read, name, async (round) => {
    if (round === 0) await warmUp();
    return loadOf(url, operation, { ...plan, seconds });
  });
}

const WARM_UP_SECONDS = 3;

/** The medians of what was measured of a read, round by round. */
export function summary({ read, server }: ReadContender, loads: readonly Load[]): ReadMeasured {
  const of = (field: "p50Ms" | "p99Ms") => {
    const values = loads.flatMap((load) => load[field] ?? []);
    return values.length > 0 ? median(values) : null;
  };
  const requestsPerSecond = median(loads.map((load) => load.requestsPerSecond));
  return { read, server, requestsPerSecond, p50Ms: of("p50Ms"), p99Ms: of("p99Ms") };
}
