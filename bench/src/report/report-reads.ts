import { CONNECTIONS, type ReadMeasured } from "../reads/read-contender.js";
import { READS } from "../reads/read-operations.js";
import { APOLLO_EXPRESS, MERCURIUS, OURS, POSTGRAPHILE } from "../reads/read-servers.js";
import { BARE_PG, type ServerMemory } from "../reads/reads.js";
import type { Part } from "../results.js";
import type { BarGroup } from "./bar-chart.js";
import { bytes, table, times, whole } from "./markdown.js";

type ReadPart = Part<{ readonly reads: readonly ReadMeasured[]; readonly memory: readonly ServerMemory[] }>;

const SERVERS = [OURS, POSTGRAPHILE, MERCURIUS, APOLLO_EXPRESS, BARE_PG];

/** A group of bars for each read. */
export function readGroups({ measured: { reads } }: ReadPart): BarGroup[] {
  return READS.map((name) => {
    const ofRead = reads.filter(({ read }) => read === name);
    const value = (server: string) => ofRead.find((one) => one.server === server)?.requestsPerSecond ?? 0;
    return { name, bars: SERVERS.map((server) => ({ name: server, value: value(server) })) };
  });
}

/** Throughput of each read by each server, and what they need for it. */
export function readSection({ measured: { reads, memory } }: ReadPart): string {
  const of = (read: string, server: string) => reads.find((one) => one.read === read && one.server === server);
  const throughput = SERVERS.map((server) => [
    server,
    ...READS.flatMap((read) => {
      const [one, ours] = [of(read, server), of(read, OURS)];
      return one && ours
        ? [whole(one.requestsPerSecond), times(ours.requestsPerSecond / one.requestsPerSecond)]
        : ["", ""];
    }),
  ]);
  const latency = SERVERS.filter((server) => server !== BARE_PG).map((server) => [
    server,
    ...READS.map((read) => `${whole(of(read, server)?.p50Ms)} / ${whole(of(read, server)?.p99Ms)}`),
    bytes(memory.find((one) => one.server === server)?.peakBytes),
  ]);
  return `## Reads under load

${CONNECTIONS} connections ask for the same thing as fast as they are answered: *one account* with its snapshot, *50 members* of a master with
name, status and when, and a *preview* with all counts and 50 decisions of a group of 100.

![Requests per second, over 32 connections](benchmarks/reads.svg)

Requests per second, and by how much ${OURS} does better (above 1) or worse:

${table(["", ...READS.flatMap((read) => [read, "ours / this"])], throughput)}

Latency in milliseconds (p50 / p99), and the most memory that the process held:

${table(["", ...READS, "peak memory"], latency)}

All of them read the same tables of the same database, over ${POOL}.

- *${POSTGRAPHILE}* runs on Node 22, which it requires, and all others on the Node that is named below. Tables and views are
  exposed as they are; rule and counts are SQL functions, as its users write them.
- *${MERCURIUS}*: Fastify with a compiled executor, three prepared statements written for these reads, no limits, no log and
  no validation but GraphQL's own. It does nothing else, and is what is to be gained by leaving things out.
- *${APOLLO_EXPRESS}*: decorated entities that are GraphQL types too, found with their relations; the rule in JavaScript
  over all members of the group.
- *${BARE_PG}*: what ${OURS} sends to the database for each read, by ${CONNECTIONS} loops on as many connections as the service has: an upper bound.

${OURS} logs a line for each request unless told otherwise; here it is told to, since none of the others does.

**Where ${OURS} is behind, and why.** Of the processor time that 50 members take in the service (1.0 ms, one request after the other), the
driver takes 0.35 ms to read 51 rows of 26 columns, the mapping 0.1 ms to make accounts and snapshots of them, the account that is asked
first 0.1 ms, the execution of the document 0.25 ms; HTTP, the bounds of a document and JSON take the rest. The server written by hand
reads seven columns and answers from the row; PostGraphile has PostgreSQL make the JSON. What was tried: one statement where a
transaction took three (before, these figures were a quarter to a half of PostGraphile's), prepared statements (1.6 times the
requests per second), timestamps and cursors made in less time (1.1 times), a compiled executor (1.08 times;
[why it is not used](decisions/0009-execution-by-graphql-js.md)).`;
}

const POOL = "as many connections (10)";
