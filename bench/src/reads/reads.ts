import { Pool } from "pg";
import type { ScratchDatabase } from "../database/database.js";
import { type Load, loadOf } from "../harness/load.js";
import { type Contender, interleave, median } from "../harness/rounds.js";
import { POOL_SIZE } from "../servers/listening.js";
import { answerTo, type Operation } from "../service/http-client.js";
import { bareLoad, recordReads } from "./bare-reads.js";
import { READS, type ReadName, type ReadSubjects } from "./read-operations.js";
import { mustAgree, type RunningServer, startServers } from "./read-servers.js";
import { seedSubjects } from "./read-subjects.js";

/** The same statements as the service's, by as many loops as there are connections to a server. */
export const BARE_PG = "same SQL, bare pg";

/** How many connections ask a server at once. */
export const CONNECTIONS = 32;

/** One read of one server: medians over the rounds. */
export interface ReadMeasured {
  readonly read: ReadName;
  readonly server: string;
  readonly requestsPerSecond: number;
  /** Null for what is no server. */
  readonly p50Ms: number | null;
  readonly p99Ms: number | null;
}

/** The most memory that a server held while all this went on, in bytes; null where the system does not tell. */
export interface ServerMemory {
  readonly server: string;
  readonly peakBytes: number | null;
}

/** A read by one server, or by none. */
interface ReadContender extends Contender<Load> {
  readonly read: ReadName;
  readonly server: string;
}

/** How many requests each server answers in a second, on the same tables, with the same answers. */
export async function measureReads(
  database: ScratchDatabase,
  { rounds, seconds }: { rounds: number; seconds: number },
): Promise<{ reads: ReadMeasured[]; memory: ServerMemory[] }> {
  const url = await database.another();
  const running = await startServers(url);
  const pool = new Pool({ connectionString: url, max: POOL_SIZE });
  try {
    const [ours] = running;
    const subjects = await seedSubjects(url, (ours as RunningServer).process.url);
    await mustAgree(running, subjects);
    const statements = await recordReads(url, subjects);
    const contenders = READS.flatMap((read) => [
      ...running.map((server) => overHttp(server, read, { subjects, seconds })),
      contender(read, BARE_PG, () => bareLoad(pool, statements[read], { connections: CONNECTIONS, seconds })),
    ]);
    const results = await interleave<Load, ReadContender>(contenders, rounds);
    await mustAgree(running, subjects);
    const memory = running.map(async ({ name, process }) => ({ server: name, peakBytes: await process.peakMemory() }));
    return {
      reads: results.map(({ contender, measured }) => summary(contender, measured)),
      memory: await Promise.all(memory),
    };
  } finally {
    await pool.end();
    for (const { process } of running) await process.stop();
    await database.drop(url);
  }
}

function contender(read: ReadName, server: string, run: ReadContender["run"]): ReadContender {
  return { name: `${read}, ${server}`, read, server, run };
}

function overHttp(
  { name, reads, process }: RunningServer,
  read: ReadName,
  { subjects, seconds }: { subjects: ReadSubjects; seconds: number },
): ReadContender {
  const { operation } = reads(subjects)[read];
  return contender(read, name, async (round) => {
    if (round === 0) await warmUp(process.url, operation);
    return loadOf(process.url, operation, { connections: CONNECTIONS, seconds });
  });
}

const WARM_UP_SECONDS = 3;

/** What is compiled after the first requests has to answer as they were answered. */
async function warmUp(url: string, operation: Operation): Promise<void> {
  const expectedBody = await answerTo(url, operation);
  await loadOf(url, operation, { connections: CONNECTIONS, seconds: WARM_UP_SECONDS, expectedBody });
}

function summary({ read, server }: ReadContender, loads: readonly Load[]): ReadMeasured {
  const of = (field: "p50Ms" | "p99Ms") => {
    const values = loads.flatMap((load) => load[field] ?? []);
    return values.length > 0 ? median(values) : null;
  };
  const requestsPerSecond = median(loads.map((load) => load.requestsPerSecond));
  return { read, server, requestsPerSecond, p50Ms: of("p50Ms"), p99Ms: of("p99Ms") };
}
