import type { Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { Gate } from "./gate.js";

export type Side = "client" | "server";

export type Direction = "toClient" | "toServer";

/** How a side learns that its connection is gone: by a reset, or by the end of what it reads. */
export type Cut = "reset" | "end";

/** What becomes of the bytes of one direction on their way: it may hold them, and sees them all. */
export type Passage = (arriving: AsyncIterable<Buffer>) => AsyncIterable<Buffer>;

export type Passages = Readonly<Record<Direction, Passage>>;

/** One connection through a line: two sockets, and between them whatever is done to the bytes. */
export class LineConnection {
  /** How many bytes came out at the other end. */
  readonly passed: Record<Direction, number> = { toClient: 0, toServer: 0 };
  /** How long bytes take that pass, in milliseconds. */
  delayMs = 0;

  /** Resolves once both sides are gone. */
  readonly closed: Promise<unknown>;

  private readonly gates: Record<Direction, Gate> = { toClient: new Gate(), toServer: new Gate() };
  private dropped: Side | null = null;

  constructor(
    /** Its place among the line's connections, from 1. */
    readonly number: number,
    private readonly sockets: Readonly<Record<Side, Socket>>,
  ) {
    this.closed = Promise.all([closeOf(sockets.client), closeOf(sockets.server)]);
  }

  /** Begins to carry bytes. */
  run(passages: Passages): void {
    const { client, server } = this.sockets;
    void this.carry(client, server, "toServer", passages.toServer);
    void this.carry(server, client, "toClient", passages.toClient);
  }

  /** Ends the connection for both sides; what was on its way is lost. */
  cut(how: Cut): void {
    for (const socket of [this.sockets.client, this.sockets.server]) how === "reset" ? reset(socket) : end(socket);
    this.flow();
  }

  /** Holds the bytes of these directions, and whether the side they come from is still there. */
  stall(directions: readonly Direction[] = ["toClient", "toServer"]): void {
    for (const direction of directions) this.gates[direction].close();
  }

  /** Lets go what was held. */
  flow(): void {
    for (const gate of Object.values(this.gates)) gate.open();
  }

  /** Drops a side; the other is not told, and what it sends is lost, as where a machine has lost its power. */
  halfOpen(dropped: Side): void {
    this.dropped = dropped;
    reset(this.sockets[dropped]);
    this.flow();
  }

  private async carry(from: Socket, to: Socket, direction: Direction, passage: Passage): Promise<void> {
    for await (const bytes of passage(arriving(from))) {
      await this.gates[direction].passed();
      if (this.delayMs > 0) await sleep(this.delayMs);
      if (this.dropped === null) await this.write(to, bytes, direction);
    }
    await this.gates[direction].passed();
    if (this.dropped !== null) from.destroy();
    else if (from.errored === null) to.end();
    else reset(to);
  }

  private async write(to: Socket, bytes: Buffer, direction: Direction): Promise<void> {
    if (to.destroyed || to.writableEnded) return;
    this.passed[direction] += bytes.length;
    if (!to.write(bytes)) await Promise.race([new Promise((resolve) => to.once("drain", resolve)), closeOf(to)]);
  }
}

/** What a socket gives, up to its end or its loss: `errored` tells which. */
async function* arriving(socket: Socket): AsyncGenerator<Buffer> {
  try {
    yield* socket.iterator({ destroyOnReturn: false });
  } catch {
    // Whoever reads it sees an end.
  }
}

function closeOf(socket: Socket): Promise<unknown> {
  return socket.closed ? Promise.resolve() : new Promise((resolve) => socket.once("close", resolve));
}

function reset(socket: Socket): void {
  if (!socket.destroyed) socket.resetAndDestroy();
}

/** Goes as an end, not as a reset, even where the side has sent what nobody reads any more. */
function end(socket: Socket): void {
  if (socket.destroyed) return;
  socket.end();
  socket.resume();
  socket.once("finish", () => socket.destroy());
}
