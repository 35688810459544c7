import { Pool } from "pg";
import type { ScratchDatabase } from "../database/database.js";
import type { Load } from "../harness/load.js";
import { interleave } from "../harness/rounds.js";
import { POOL_SIZE } from "../servers/listening.js";
import { bareLoad, recordReads } from "./bare-reads.js";
import { CONNECTIONS, contender, overHttp, type ReadContender, type ReadMeasured, summary } from "./read-contender.js";
import { READS } from "./read-operations.js";
import { mustAnswerAlike, type RunningServer, startServers } from "./read-servers.js";
import { seedSubjects } from "./read-subjects.js";

/** The same statements as the service's, by as many loops as there are connections to a server. */
export const BARE_PG = "same SQL, bare pg";

/** The most memory that a server held while all this went on, in bytes; null where the system does not tell. */
export interface ServerMemory {
  readonly server: string;
  readonly peakBytes: number | null;
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
    await mustAnswerAlike(running, subjects);
    const statements = await recordReads(url, subjects);
    const contenders = READS.flatMap((read) => [
      ...running.map(({ name, reads, process: { url } }) =>
        overHttp({ name, url }, { read, operation: reads(subjects)[read].operation, seconds }),
      ),
      contender(read, BARE_PG, () => bareLoad(pool, statements[read], { connections: CONNECTIONS, seconds })),
    ]);
    const results = await interleave<Load, ReadContender>(contenders, rounds);
    await mustAnswerAlike(running, subjects);
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
