import { inRepository } from "../harness/paths.js";
import { progress } from "../harness/progress.js";
import { ServerProcess } from "../harness/server-process.js";
import { ask } from "../service/http-client.js";
import { startService } from "../service/service.js";
import { mustAgree } from "./must-agree.js";
import { ownReads, postgraphileReads, READS, type ReadSubjects, type Reads } from "./read-operations.js";

/** What the servers are called. */
export const OURS = "Namesake";
export const POSTGRAPHILE = "PostGraphile 5";
export const MERCURIUS = "Mercurius, by hand";
export const APOLLO_EXPRESS = "Apollo Server, Express, TypeORM";

/** A server that answers the reads, in its own words. */
interface Server {
  readonly name: string;
  readonly reads: Reads;
  start(databaseUrl: string): Promise<ServerProcess>;
}

const SERVERS: readonly Server[] = [
  { name: OURS, reads: ownReads, start: startService },
  {
    name: POSTGRAPHILE,
    reads: postgraphileReads,
    start: startOther("postgraphile", inRepository("bench/node_modules/node/bin/node")),
  },
  { name: MERCURIUS, reads: ownReads, start: startOther("mercurius") },
  { name: APOLLO_EXPRESS, reads: ownReads, start: startOther("apollo-express") },
];

function startOther(script: string, node = process.execPath) {
  return (databaseUrl: string) =>
    ServerProcess.start({
      script: inRepository(`bench/dist/bench/src/servers/${script}.js`),
      env: { DATABASE_URL: databaseUrl, GRAPHILE_ENV: "production" },
      node,
    });
}

/** The same, listening. */
export interface RunningServer extends Server {
  readonly process: ServerProcess;
}

/** Starts all of them on one database, ours first: it makes the tables. */
export async function startServers(databaseUrl: string): Promise<RunningServer[]> {
  const running: RunningServer[] = [];
  try {
    for (const server of SERVERS) {
      progress(`reads: ${server.name} is started`);
      running.push({ ...server, process: await server.start(databaseUrl) });
    }
    return running;
  } catch (error) {
    for (const { process } of running) await process.stop();
    throw error;
  }
}

/** @throws where two servers answer differently, but for the order of keys */
export async function mustAnswerAlike(running: readonly RunningServer[], subjects: ReadSubjects): Promise<void> {
  for (const read of READS) {
    const answers = await Promise.all(
      running.map(async ({ name, reads, process }) => {
        const { operation, canonical } = reads(subjects)[read];
        return { name, answer: canonical((await ask(process.url, operation)) as never) };
      }),
    );
    mustAgree(read, answers);
  }
}
