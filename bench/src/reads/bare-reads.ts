import type { Pool } from "pg";
import { replay } from "../database/replay.js";
import { type Statement, StatementRecorder } from "../database/statement-recorder.js";
import type { Load } from "../harness/load.js";
import { ask } from "../service/http-client.js";
import { startService } from "../service/service.js";
import { ownReads, READS, type ReadName, type ReadSubjects } from "./read-operations.js";

/** The statements that the service sends for each read. */
export async function recordReads(
  url: string,
  subjects: ReadSubjects,
): Promise<Record<ReadName, readonly Statement[]>> {
  const recorder = await StatementRecorder.before(url);
  const service = await startService(recorder.url);
  try {
    const statements = {} as Record<ReadName, readonly Statement[]>;
    for (const read of READS) {
      const { operation } = ownReads(subjects)[read];
      statements[read] = await recorder.during(() => ask(service.url, operation));
    }
    return statements;
  } finally {
    await service.stop();
    recorder.close();
  }
}

/** As many loops as there are connections over HTTP, on a pool as large as the service's. */
export async function bareLoad(
  pool: Pool,
  statements: readonly Statement[],
  { connections, seconds }: { connections: number; seconds: number },
): Promise<Load> {
  const end = performance.now() + seconds * 1_000;
  let done = 0;
  const loop = async () => {
    while (performance.now() < end) {
      const client = await pool.connect();
      await replay(client, statements).finally(() => client.release());
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: connections }, loop));
  return { requestsPerSecond: done / seconds, p50Ms: null, p99Ms: null };
}
