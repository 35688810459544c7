import { open, stat } from "node:fs/promises";
import { createServer } from "node:net";
import { hasCode } from "../has-code.js";
import { StartupError } from "../startup-error.js";
import type { Cluster } from "./cluster.js";
import { LockFile } from "./lock-file.js";

/** What keeps a server from being used now, but passes. */
export interface Obstacle {
  readonly reason: string;
}

/**
 * What PostgreSQL says when another start was faster, when what is left of a killed server has still to die, and when
 * somebody took the port before it did.
 */
const PASSING = [
  /lock file "postmaster.pid" (already exists|is empty)/,
  /could not remove old lock file "postmaster.pid": No such file/,
  /pre-existing shared memory block .* is still in use/,
  /could not create any TCP\/IP sockets/,
];

/** What ends a server, as opposed to one of its other processes. Before it has read its settings it does not name itself. */
const FATAL = /\[\d+\] ((postmaster|startup): )?(FATAL|PANIC): /;

/** Settings of every server of ours. Its log keeps to its own life: what fails in a statement is told to the client. */
const SETTINGS = ["listen_addresses=127.0.0.1", "unix_socket_directories=", "log_min_messages=log"];
/** The first change of a page after a checkpoint writes all of it to the log: a commit touches a dozen, mostly empty. */
const SAFETY_SETTINGS = ["wal_compression=on"];
const SPEED_SETTINGS = ["fsync=off", "synchronous_commit=off", "full_page_writes=off"];

/** How a server is started. */
export interface LaunchOptions {
  readonly durable: boolean;
  /** That of the server before it if it crashed, else any that is free, if none is named. */
  readonly port?: number;
}

/** Starts the server of a cluster, which must not run. Throws a `StartupError` for whatever does not pass by itself. */
export async function launch(cluster: Cluster, options: LaunchOptions): Promise<Obstacle | undefined> {
  const { binaries, dataDirectory, log, user } = cluster;
  const logged = await sizeOf(log);
  const chosen = [...SETTINGS, ...(options.durable ? SAFETY_SETTINGS : SPEED_SETTINGS)];
  const leftOver = await LockFile.in(dataDirectory);
  const port = options.port ?? (await freePort(leftOver?.port || 0));
  const serverOptions = [`-p ${port}`, ...chosen.map((setting) => `-c ${setting}`)].join(" ");
  const parameters = ["start", "-D", dataDirectory, "-l", log, "-o", serverOptions, "-w", "-t", "60"];
  await leftOver?.disownIfLeftOver();
  const { succeeded, output } = await user.run(binaries.pg_ctl, parameters, { silent: true });
  return succeeded ? undefined : obstacleIn(await linesAfter(logged, log), { otherwise: output, cluster });
}

/** Why a server did not start, by what it has logged. If it gives no reason it was killed, or takes long: that passes. */
function obstacleIn(
  lines: readonly string[],
  { otherwise, cluster }: { otherwise: string; cluster: Cluster },
): Obstacle {
  const passes = lines.find((line) => PASSING.some((each) => each.test(line)));
  const ends = lines.findLast((line) => FATAL.test(line));
  const reason = messageIn(passes ?? ends ?? lines.at(-1) ?? otherwise);
  if (passes !== undefined || ends === undefined) return { reason };
  throw new StartupError(`PostgreSQL did not start in ${cluster.dataDirectory}: ${reason} (see ${cluster.log}).`);
}

/** A port that nobody uses now, though somebody may by the time the server does: this one, if it is such a port. */
function freePort(wanted = 0): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", (error) => (wanted === 0 ? reject(error) : resolve(freePort())));
    probe.listen(wanted, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}

async function sizeOf(log: string): Promise<number> {
  try {
    return (await stat(log)).size;
  } catch (error) {
    if (hasCode(error, "ENOENT")) return 0;
    throw error;
  }
}

async function linesAfter(start: number, log: string): Promise<readonly string[]> {
  if ((await sizeOf(log)) <= start) return [];
  const file = await open(log);
  try {
    const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(65_536), position: start });
    return buffer.toString("utf8", 0, bytesRead).trim().split(/\r?\n/);
  } finally {
    await file.close();
  }
}

/** What a line of the log says, without its time, process and severity. */
function messageIn(line: string): string {
  return line.replace(/^.*?[A-Z]: {2}/, "");
}
