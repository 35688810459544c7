import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, writeFile } from "node:fs/promises";
import { type AddressInfo, createServer } from "node:net";
import { join } from "node:path";
import { eventually } from "../../harness/deadline.js";
import { connectTo } from "../../harness/postgres.js";

interface PgBouncerOptions {
  /** What it leads to. */
  readonly databaseUrl: string;
  /** Holds its configuration. */
  readonly folder: string;
  /** How many connections to PostgreSQL its clients share. */
  readonly poolSize: number;
}

/** As Debian installs it. */
const PROGRAM = "/usr/sbin/pgbouncer";
/** Root must not run it. */
const USER = "nobody";

/** A PgBouncer in transaction mode, in front of one database. Whoever asks is let in. */
export class PgBouncer {
  private constructor(
    private readonly child: ChildProcess,
    readonly databaseUrl: string,
  ) {}

  /** @throws with what it has logged, where it does not come up */
  static async start(options: PgBouncerOptions): Promise<PgBouncer> {
    const port = await freePort();
    const file = join(options.folder, "pgbouncer.ini");
    await writeFile(file, configuration(options, port));
    await chmod(options.folder, 0o755); // for the user that it becomes
    const user = process.getuid?.() === 0 ? ["--user", USER] : [];
    const child = spawn(PROGRAM, [...user, file], { detached: true, stdio: ["ignore", "ignore", "pipe"] });
    let log = "";
    child.stderr.on("data", (text) => (log += text));
    child.on("error", ({ message }) => (log += message));
    const url = new URL(options.databaseUrl);
    url.host = `127.0.0.1:${port}`;
    const pgbouncer = new PgBouncer(child, url.href);
    await eventually(10_000, "PgBouncer", () => answers(url.href)).catch(async () => {
      await pgbouncer.stop();
      throw new Error(`PgBouncer did not start: ${log}`);
    });
    return pgbouncer;
  }

  async stop(): Promise<void> {
    if (this.child.pid === undefined || this.child.exitCode !== null || this.child.signalCode !== null) return;
    this.child.kill("SIGKILL");
    await once(this.child, "exit");
  }
}

function configuration({ databaseUrl, poolSize }: PgBouncerOptions, port: number): string {
  const { hostname, port: target, username, password, pathname } = new URL(databaseUrl);
  const login = `user=${username} password='${decodeURIComponent(password)}'`;
  return `[databases]
${pathname.slice(1)} = host=${hostname} port=${target} ${login}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = any
pool_mode = transaction
default_pool_size = ${poolSize}
max_client_conn = 200
server_tls_sslmode = disable
`;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as AddressInfo;
  probe.close();
  return port;
}

async function answers(url: string): Promise<boolean> {
  try {
    await (await connectTo(url)).end();
    return true;
  } catch {
    return false;
  }
}
