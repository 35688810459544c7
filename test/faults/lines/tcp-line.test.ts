import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { TcpLine } from "../../../faults/src/lines/tcp-line.js";

describe("a line", () => {
  let server: Echo;
  let line: TcpLine;

  beforeEach(async () => {
    server = await Echo.start("");
    line = await TcpLine.to(server.address);
  });

  afterEach(async () => {
    await line.close();
    server.stop();
  });

  test("carries bytes both ways, and counts them", async () => {
    const client = await Caller.on(line);

    client.send("hello");

    expect(await client.hears("hello")).toBe(true);
    expect([...line.connections][0]?.passed).toEqual({ toServer: 5, toClient: 5 });
  });

  test("ends a connection on one side where it is ended on the other", async () => {
    const client = await Caller.on(line);

    client.end();

    expect(await client.isLost()).toBe("end");
    expect(line.connections.size).toBe(0);
  });

  test("leads new connections elsewhere, and leaves the others", async () => {
    const other = await Echo.start("other: ");
    const before = await Caller.on(line);
    line.retarget(other.address);
    const after = await Caller.on(line);

    before.send("one");
    after.send("two");

    expect(await before.hears("one")).toBe(true);
    expect(await after.hears("other: two")).toBe(true);
    expect(line.opened).toBe(2);
    other.stop();
  });

  test("resets whom it cannot lead anywhere", async () => {
    server.stop();

    expect(await new Caller(connect(line.port, "127.0.0.1")).isLost()).toBe("ECONNRESET");
  });

  test.each([
    ["reset", "ECONNRESET"],
    ["end", "end"],
  ] as const)("cuts both sides by a %s", async (how, seen) => {
    const client = await Caller.on(line);
    client.send("hello");
    await client.hears("hello");

    line.cut(how);

    expect([await client.isLost(), await server.lost()]).toEqual([seen, seen]);
  });

  test("holds what it is to hold, and lets it go", async () => {
    const client = await Caller.on(line);
    line.stall(["toClient"]);

    client.send("held");
    await server.hears("held");

    expect(await client.hears("held", 100)).toBe(false);
    line.flow();
    expect(await client.hears("held")).toBe(true);
  });

  test("holds also what comes on new connections", async () => {
    line.stall();
    const client = await Caller.on(line);

    client.send("held");

    expect(await client.hears("held", 100)).toBe(false);
    line.flow();
    expect(await client.hears("held")).toBe(true);
  });

  test("holds the news that a side is gone", async () => {
    const client = await Caller.on(line);
    line.stall(["toClient"]);

    server.stop();

    expect(await client.isLost(100)).toBe(false);
    line.flow();
    expect(await client.isLost()).toBe("ECONNRESET");
  });

  test("drops the server without a word to the client", async () => {
    const client = await Caller.on(line);
    client.send("hello");
    await client.hears("hello");

    for (const connection of line.connections) connection.halfOpen("server");
    client.send(" again");

    expect(await server.lost()).toBe("ECONNRESET");
    expect(await client.hears("hello again", 100)).toBe(false);
    expect(await client.isLost(1)).toBe(false);
  });

  test("takes its time where it is told to", async () => {
    line.delayMs = 50;
    const client = await Caller.on(line);
    const start = performance.now();

    client.send("late");
    await client.hears("late");

    expect(performance.now() - start).toBeGreaterThan(95);
  });
});

/** What a socket has heard, and how it was lost. */
class Caller {
  private heard = "";
  private loss: string | null = null;

  constructor(private readonly socket: Socket) {
    socket.on("data", (bytes) => (this.heard += bytes));
    socket.on("error", ({ code }: NodeJS.ErrnoException) => (this.loss ??= code ?? "error"));
    socket.on("end", () => (this.loss ??= "end"));
  }

  static async on(line: TcpLine): Promise<Caller> {
    const number = line.opened + 1;
    const socket = connect(line.port, "127.0.0.1");
    await until(() => [...line.connections].some((connection) => connection.number === number), 5_000);
    return new Caller(socket);
  }

  send(text: string): void {
    this.socket.write(text);
  }

  end(): void {
    this.socket.end();
  }

  hears(text: string, withinMs = 5_000): Promise<boolean> {
    return until(() => this.heard === text, withinMs);
  }

  async isLost(withinMs = 5_000): Promise<string | false> {
    await until(() => this.loss !== null, withinMs);
    return this.loss ?? false;
  }
}

/** A server that says again what it is told. */
class Echo {
  private last: Caller | undefined;
  private readonly sockets: Socket[] = [];

  private constructor(private readonly server: Server) {}

  static async start(prefix: string): Promise<Echo> {
    const server = createServer((socket) => {
      echo.sockets.push(socket);
      echo.last = new Caller(socket);
      socket.on("data", (bytes) => socket.write(prefix + bytes));
    });
    const echo = new Echo(server);
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    return echo;
  }

  get address() {
    return { host: "127.0.0.1", port: (this.server.address() as AddressInfo).port };
  }

  async hears(text: string): Promise<boolean> {
    return (await this.last?.hears(text)) ?? false;
  }

  async lost(): Promise<string | false> {
    return (await this.last?.isLost()) ?? false;
  }

  stop(): void {
    this.server.close();
    for (const socket of this.sockets) socket.resetAndDestroy();
  }
}

function turn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 1));
}

async function until(holds: () => boolean, withinMs: number): Promise<boolean> {
  const deadline = performance.now() + withinMs;
  while (!holds() && performance.now() < deadline) await turn();
  return holds();
}
