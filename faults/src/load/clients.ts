import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { inRepository } from "../harness/paths.js";
import { FINISH, type Orders } from "./orders.js";

const SCRIPT = inRepository("faults/dist/faults/src/load/client.js");

export interface LoadOptions extends Omit<Orders, "client" | "historyFile"> {
  /** How many processes. Each plays `groups` groups, `atOnce` of them at the same time. */
  readonly clients: number;
  /** Where they write their histories. */
  readonly folder: string;
}

/** Client processes at work. They share no memory with the service, nor with each other. */
export class Clients {
  private constructor(
    private readonly processes: readonly ChildProcess[],
    /** The files that hold all they sent and got back. */
    readonly historyFiles: readonly string[],
    private readonly ends: Promise<unknown>,
  ) {}

  static start({ clients, folder, ...orders }: LoadOptions): Clients {
    const started = Array.from({ length: clients }, (_, place) => {
      const historyFile = join(folder, `client-${place + 1}.jsonl`);
      const child = fork(SCRIPT, { detached: true });
      child.send({ ...orders, client: `client-${place + 1}`, historyFile } satisfies Orders);
      return { child, historyFile, end: endOf(child) };
    });
    const ends = Promise.all(started.map(({ end }) => end));
    ends.catch(() => undefined); // whoever waits is told
    return new Clients(
      started.map(({ child }) => child),
      started.map(({ historyFile }) => historyFile),
      ends,
    );
  }

  /** Has them begin no further group, and waits until what is under way has ended. */
  async finish(): Promise<void> {
    for (const child of this.processes) if (child.connected) child.send(FINISH);
    await this.ends;
  }

  /** Waits until they have played all their groups. @throws where one of them has failed */
  async done(): Promise<void> {
    await this.ends;
  }

  async kill(): Promise<void> {
    for (const child of this.processes) child.kill("SIGKILL");
    await this.ends.catch(() => undefined);
  }
}

async function endOf(child: ChildProcess): Promise<void> {
  const [code, signal] = await once(child, "exit");
  if (code !== 0) throw new Error(`A client process has ended with ${signal ?? code}.`);
}
