import { setTimeout as sleep } from "node:timers/promises";
import { hasCode } from "../has-code.js";
import { StartupError } from "../startup-error.js";
import { Claim } from "./claim.js";
import type { Cluster } from "./cluster.js";
import { type LaunchOptions, launch, type Obstacle } from "./launch.js";
import { LockFile } from "./lock-file.js";

/** How long a server may take to recover or to go away, and what is left of a killed one to die, in milliseconds. */
const PATIENCE_MS = 30_000;
const PAUSE_MS = 50;

/** The server of a cluster, whoever started it. */
export class Server {
  constructor(private readonly cluster: Cluster) {}

  /** Starts the server unless it runs already, and claims it. Throws a `StartupError` when it does not come up. */
  async start(options: LaunchOptions): Promise<Claim> {
    const deadline = performance.now() + PATIENCE_MS;
    let obstacle: Obstacle | undefined;
    for (;;) {
      const found = await this.find();
      if (found instanceof Claim) return found;
      if (performance.now() > deadline) throw this.unsettled(found ?? obstacle);
      obstacle = found ?? (await launch(this.cluster, options));
      if (obstacle !== undefined) await sleep(PAUSE_MS);
    }
  }

  /** Stops the server, unless others are connected to it. Who wants it meanwhile waits, and starts it again. */
  async stopUnlessInUse(): Promise<void> {
    const deadline = performance.now() + PATIENCE_MS;
    for (;;) {
      const found = await this.find();
      if (found === undefined) return;
      const obstacle = found instanceof Claim ? await this.stopBy(found) : found;
      if (obstacle === undefined) return;
      if (performance.now() > deadline) throw this.unsettled(obstacle);
      await sleep(PAUSE_MS);
    }
  }

  private async stopBy(claim: Claim): Promise<Obstacle | undefined> {
    const { binaries, dataDirectory, user } = this.cluster;
    try {
      if (!(await claim.isLast())) return undefined;
      const { succeeded, output } = await user.run(binaries.pg_ctl, ["stop", "-D", dataDirectory, "-m", "fast", "-w"]);
      return succeeded ? undefined : { reason: output };
    } catch (error) {
      return { reason: (error as Error).message };
    } finally {
      await claim.release();
    }
  }

  /** Claims the server if it is ready. Undefined when there is none. */
  private async find(): Promise<Claim | Obstacle | undefined> {
    const lockFile = await LockFile.in(this.cluster.dataDirectory);
    if (lockFile === undefined || !lockFile.namesProcess) return undefined;
    try {
      return await Claim.on(lockFile.port, this.cluster);
    } catch (error) {
      return (await lockFile.isHeld()) ? this.obstacleIn(error as Error) : undefined;
    }
  }

  private obstacleIn(error: Error): Obstacle {
    if (!hasCode(error, "28P01")) return { reason: error.message };
    throw new StartupError(
      `The PostgreSQL server of ${this.cluster.dataDirectory} does not take the password in the file beside it: ` +
        "put the right one back, or set NAMESAKE_DATA_DIR to another folder.",
    );
  }

  private unsettled({ reason }: Obstacle = { reason: "it ends as soon as it has started" }): StartupError {
    return new StartupError(
      `The PostgreSQL server of ${this.cluster.dataDirectory} does not settle within ${PATIENCE_MS / 1000} s (${reason}): ` +
        `try again, or see ${this.cluster.log}.`,
    );
  }
}
