import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import {
  chmod,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  readlink,
  realpath,
  rm,
  stat,
  symlink,
  writeFile,
} from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { Client } from "pg";
import { linkSharedLibraries, loadBinaries } from "../../src/infrastructure/embedded-postgres/binaries.js";
import { EmbeddedPostgres } from "../../src/infrastructure/embedded-postgres/embedded-postgres.js";
import { isServerOf } from "../../src/infrastructure/embedded-postgres/is-server-of.js";
import { runProgram } from "../../src/infrastructure/embedded-postgres/run-program.js";
import { ServerUser } from "../../src/infrastructure/embedded-postgres/server-user.js";
import { StartupError } from "../../src/infrastructure/startup-error.js";

const isRoot = process.geteuid?.() === 0;

let root: string;
let home: string;
let shared: EmbeddedPostgres;
let safeHome: string;
let safe: EmbeddedPostgres;
const directories = new Set<string>();
const children = new Set<ChildProcess>();

beforeAll(async () => {
  root = await mkdtemp(join(await realpath(tmpdir()), "namesake test "));
  await chmod(root, 0o755);
  home = join(root, "shared");
  await mkdir(join(home, "initdb-left-over"), { recursive: true });
  safeHome = join(root, "safe");
  [shared, safe] = await Promise.all([start(home), start(safeHome, { durable: true })]);
});

afterAll(async () => {
  for (const child of children) child.kill("SIGKILL");
  await Promise.all([...directories].map(quitServerOf));
  await rm(root, { recursive: true });
});

describe("the first start in a directory", () => {
  test("creates a database that sorts and compares the same everywhere", async () => {
    const [settings] = await rowsOf(
      shared.url,
      `SELECT datname, pg_encoding_to_char(encoding) AS encoding, datlocprovider, datlocale,
              current_setting('data_checksums') AS checksums, current_setting('TimeZone') AS zone
       FROM pg_database WHERE datname = current_database()`,
    );

    expect(settings).toEqual({
      datname: "namesake",
      encoding: "UTF8",
      datlocprovider: "b",
      datlocale: "C.UTF-8",
      checksums: "on",
      zone: "UTC",
    });
  });

  test("listens on this machine only, and on no socket file", async () => {
    const [settings] = await rowsOf(
      shared.url,
      "SELECT current_setting('listen_addresses') AS addresses, current_setting('unix_socket_directories') AS sockets",
    );

    expect(new URL(shared.url).hostname).toBe("127.0.0.1");
    expect(settings).toEqual({ addresses: "127.0.0.1", sockets: "" });
  });

  test("keeps the cluster and the password to their users, and leaves nothing else behind", async () => {
    const [cluster, password] = await Promise.all([stat(join(home, "postgresql")), stat(join(home, "password"))]);

    expect((await readdir(home)).sort()).toEqual(["password", "postgresql"]);
    expect(cluster.mode & 0o777).toBe(0o700);
    expect(password.mode & 0o777).toBe(0o600);
    expect(password.uid).toBe(process.geteuid?.());
  });

  test.each(["", "wrong"])("refuses the password %p", async (password) => {
    const url = new URL(shared.url);
    url.password = password;

    await expect(rowsOf(url.href, "SELECT")).rejects.toThrow(/password/);
  });

  test("gives safety against crashes, unless it is told not to", async () => {
    const speed = `SELECT current_setting('fsync') AS fsync, current_setting('synchronous_commit') AS commit,
                          current_setting('full_page_writes') AS pages, current_setting('wal_compression') AS compressed`;

    expect(await rowsOf(safe.url, speed)).toEqual([{ fsync: "on", commit: "on", pages: "on", compressed: "pglz" }]);
    expect(await rowsOf(shared.url, speed)).toEqual([{ fsync: "off", commit: "off", pages: "off", compressed: "off" }]);
  });
});

describe("a later start", () => {
  test("finds the data of the one before", async () => {
    await rowsOf(shared.url, "CREATE TABLE kept AS SELECT 42 AS answer");

    await shared.stop();
    shared = await start(home);

    expect(await rowsOf(shared.url, "SELECT answer FROM kept")).toEqual([{ answer: 42 }]);
  });

  test("adopts the server that is still alive", async () => {
    const processId = await processIdIn(home);

    const { url } = await start(home);

    expect(url).toBe(shared.url);
    expect(await processIdIn(home)).toBe(processId);
  });

  test("waits for a server that is just going away", async () => {
    const processId = await processIdIn(home);
    await signalServerOf(home, "SIGINT");

    shared = await start(home);

    expect(await processIdIn(home)).not.toBe(processId);
    expect(await rowsOf(shared.url, "SELECT answer FROM kept")).toEqual([{ answer: 42 }]);
  });

  test("recovers what was committed when the server was killed, as soon as what is left of it has died", async () => {
    await rowsOf(shared.url, survivor);
    const busy = await connectionTo(shared.url);
    const busyFor = "DO $$ BEGIN WHILE clock_timestamp() < now() + interval '1 second' LOOP END LOOP; END $$";
    const work = busy.query(busyFor).catch(() => {});
    await eventually(async () => (await rowsOf(shared.url, `${otherConnections} AND state = 'active'`)).length === 1);
    await signalServerOf(home, "SIGKILL");

    shared = await start(home);

    expect(await rowsOf(shared.url, "SELECT one FROM survived")).toEqual([{ one: 1 }]);
    expect(await readFile(join(home, "postgresql", "server.log"), "utf8")).toContain(
      "pre-existing shared memory block",
    );
    await work;
  });

  test.each([
    ["password", "wrong", /does not take the password/],
    ["password", "", /password is missing/],
    ["postgresql/PG_VERSION", "17", /holds a cluster of PostgreSQL 17, and this is PostgreSQL 18/],
  ])("says what to do when %s holds %p", async (name, changed, reason) => {
    const file = join(home, name);
    const content = await readFile(file);
    await writeFile(file, changed);

    const problem = await problemOf(home);

    expect(problem).toMatch(reason);
    expect(problem).toMatch(/^[^\n]+, or set NAMESAKE_DATA_DIR to another folder\.$/);
    await writeFile(file, content);
  });
});

describe("a server that is to be revived", () => {
  let directory: string;
  let revived: EmbeddedPostgres;

  beforeAll(async () => {
    directory = join(root, "revived");
    revived = await start(directory, { revived: true });
  });

  test.each<NodeJS.Signals>(["SIGKILL", "SIGQUIT", "SIGINT"])(
    "is there again after %s, with its data, at the same port",
    async (signal) => {
      await rowsOf(revived.url, `DROP TABLE IF EXISTS survived; ${survivor}`);
      const before = await processIdIn(directory);

      await signalServerOf(directory, signal);
      await eventually(async () => (await processIdIn(directory).catch(() => before)) !== before);
      await eventually(() => rowsOf(revived.url, "").then(Boolean, () => false));

      expect(await rowsOf(revived.url, "SELECT one FROM survived")).toEqual([{ one: 1 }]);
    },
  );

  test("stays away once it is stopped, also while it is being revived", async () => {
    await signalServerOf(directory, "SIGKILL");

    await revived.stop();

    await sleep(100);
    await expect(rowsOf(revived.url, "")).rejects.toMatchObject({ code: "ECONNREFUSED" });
    expect(existsSync(join(directory, "postgresql", "postmaster.pid"))).toBe(false);
  });
});

describe("a process id that a killed server has left behind", () => {
  beforeAll(() => rowsOf(safe.url, survivor));

  const heirs: readonly [whose: string, heir: () => Promise<{ processId: number; port?: number }>][] = [
    ["nobody's", async () => ({ processId: await processIdOfNobody() })],
    ["a zombie's", async () => ({ processId: await zombie() })],
    ["another program's", async () => ({ processId: await otherProgram() })],
    ["our own", async () => ({ processId: process.pid })],
    ["another cluster's server's", async () => ({ processId: await processIdIn(home), port: portOf(shared) })],
  ];

  test.each(heirs)("keeps nobody from starting when it is %s now", async (_whose, heir) => {
    await killServerOf(safeHome);
    await rewriteLockFile(safeHome, await heir());

    safe = await start(safeHome, { durable: true });

    expect(safe.url).not.toBe(shared.url);
    expect(await rowsOf(safe.url, "SELECT one FROM survived")).toEqual([{ one: 1 }]);
  });
});

describe("several starts at once", () => {
  test("make one cluster and one server, which runs until the last of them stops", async () => {
    const directory = join(root, "several");

    const servers = await Promise.all([start(directory), start(directory)]);

    expect(new Set(servers.map(({ url }) => url)).size).toBe(1);
    expect((await readdir(directory)).sort()).toEqual(["password", "postgresql"]);
    await Promise.all(servers.map((server) => server.stop()));
    await expect(processIdIn(directory)).rejects.toThrow("ENOENT");
  });
});

describe("stopping", () => {
  test("leaves the server to others who have started or adopted it, though they are not connected now", async () => {
    const mine = await start(home);

    await Promise.all([mine.stop(), mine.stop()]);
    await mine.stop();

    expect(await rowsOf(shared.url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
  });

  test("leaves the server to others who are only connected to it", async () => {
    const other = await connectionTo(shared.url);

    await shared.stop();

    expect((await other.query("SELECT 1 AS one")).rows).toEqual([{ one: 1 }]);
    await other.end();
    shared = await start(home);
  });

  test("has nothing to do when the server is gone", async () => {
    await killServerOf(home);

    await shared.stop();

    shared = await start(home);
  });
});

describe("a start that cannot succeed", () => {
  test("names the data directory that cannot be made, and the setting", async () => {
    await writeFile(join(root, "file"), "");

    const problem = await problemOf(join(root, "file", "data"));

    expect(problem).toMatch(/^The data directory .+file.data cannot be used \(ENOTDIR.+NAMESAKE_DATA_DIR[^\n]+$/);
  });

  test("gives the reason from the server's log, in one line", async () => {
    await safe.stop();
    await writeFile(join(safeHome, "postgresql", "postgresql.conf"), "shared_buffers = lots\n");

    const problem = await problemOf(safeHome);

    expect(problem).toMatch(
      /^PostgreSQL did not start in .+: configuration file .+ contains errors \(see .+server.log\)\.$/,
    );
  });

  test.each(['quo"te', "$HOME", "`id`"])("refuses a path that PostgreSQL would hand to a shell: %s", async (name) => {
    await expect(problemOf(join(root, name))).resolves.toMatch(/^PostgreSQL cannot run in .+ DATABASE_URL\.$/);
  });

  test("names the platform that PostgreSQL is missing for, and the way out", async () => {
    await expect(loadBinaries("plan9", "x64")).rejects.toThrow(/^[^\n]+plan9 x64 [^\n]+DATABASE_URL[^\n]+$/);
  });
});

describe("the programs", () => {
  test("get the links among their libraries that no install script has made", async () => {
    const library = join(root, "package", "native", "lib");
    await mkdir(library, { recursive: true });
    await writeFile(join(library, "libpq.so.5.18"), "library");
    const links = ["libpq.so", "libpq.so.5"].map((name) => ({
      source: "native/lib/libpq.so.5.18",
      target: `native/lib/${name}`,
    }));
    await writeFile(join(root, "package", "native", "pg-symlinks.json"), JSON.stringify(links));

    await linkSharedLibraries(join(root, "package"), "a package");
    await linkSharedLibraries(join(root, "package"), "a package");

    expect(await readFile(join(library, "libpq.so"), "utf8")).toBe("library");
    expect(await readlink(join(library, "libpq.so.5"))).toBe("libpq.so.5.18");
  });

  test("have all their links here", async () => {
    const { postgres } = await loadBinaries();
    const native = resolve(postgres, "../..");
    const links = JSON.parse(await readFile(join(native, "pg-symlinks.json"), "utf8")) as { target: string }[];

    for (const { target } of links) expect((await lstat(resolve(native, "..", target))).isSymbolicLink()).toBe(true);
  });
});

describe("the user who starts it", () => {
  test("may keep the data in a folder that is closed to others", async () => {
    const closed = await closedFolder("closed");

    const outcome = await urlOrProblem(join(closed, "data"));

    expect(outcome).toMatch((await canOpenFolders()) ? /^postgres:/ : cannotReach);
    expect((await stat(closed)).mode & 0o777).toBe(0o700);
  });

  test("is told what to do when that is root, and nothing lets the server into the folder", async () => {
    const closed = await closedFolder("closed for good");
    const programs = join(root, "programs");
    const { PATH } = process.env;
    await mkdir(programs);
    await symlink((await runProgram("sh", ["-c", "command -v id"])).output, join(programs, "id"));

    process.env.PATH = programs; // without setpriv
    const outcome = await urlOrProblem(join(closed, "data"));
    process.env.PATH = PATH;

    expect(outcome).toMatch(isRoot ? cannotReach : /^postgres:/);
  });

  test("need not be root, and is told where the data cannot be kept", async () => {
    const own = join(root, "ordinary");
    const others = join(root, "of others");
    await Promise.all([mkdir(own), mkdir(others, { mode: 0o555 })]);
    const user = await ordinaryUser();
    if (isRoot) await user.own(own);

    const printed = await runAs(user, [join(others, "data"), join(own, "data")]);

    expect(printed).toMatch(
      /^The data directory .+of others.data cannot be used \(EACCES.+NAMESAKE_DATA_DIR.+ Ready\.$/,
    );
    expect((await stat(join(own, "data", "postgresql"))).uid).toBe((await stat(own)).uid);
  });
});

/** Commits to disk, which servers that are started for speed otherwise do a moment later. */
const survivor = "SET synchronous_commit = on; CREATE TABLE survived AS SELECT 1 AS one";
const otherConnections =
  "SELECT FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()";

async function start(directory: string, { durable = false, revived = false } = {}): Promise<EmbeddedPostgres> {
  directories.add(directory);
  return EmbeddedPostgres.start({ directory, durable, revived });
}

async function problemOf(directory: string): Promise<string> {
  const problem = await start(directory).catch((error: unknown) => error);
  expect(problem).toBeInstanceOf(StartupError);
  return (problem as StartupError).message;
}

function urlOrProblem(directory: string): Promise<string> {
  return start(directory).then(
    ({ url }) => url,
    ({ message }) => message,
  );
}

async function closedFolder(name: string): Promise<string> {
  await mkdir(join(root, name), { mode: 0o700 });
  return join(root, name);
}

/** Root may have lost the capability for it, as in many containers; others need none for what is theirs. */
async function canOpenFolders(): Promise<boolean> {
  const capabilities = ["--inh-caps=+dac_read_search", "--ambient-caps=+dac_read_search"];
  return !isRoot || (await runProgram("setpriv", [...capabilities, "true"])).succeeded;
}

const cannotReach = /^PostgreSQL's programs do not run here \(.*setpriv.*\)\. [^\n]+ or set DATABASE_URL\.$/;

async function connectionTo(url: string): Promise<Client> {
  const client = new Client(url);
  client.on("error", () => {}); // servers are killed here
  await client.connect();
  return client;
}

async function rowsOf(url: string, sql: string): Promise<unknown[]> {
  const client = await connectionTo(url);
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

function portOf({ url }: EmbeddedPostgres): number {
  return Number(new URL(url).port);
}

async function processIdIn(directory: string): Promise<number> {
  return Number.parseInt(await readFile(join(directory, "postgresql", "postmaster.pid"), "utf8"), 10);
}

/** Kills the server, and waits until nothing answers on its port. */
async function killServerOf(directory: string): Promise<void> {
  const lockFile = await readFile(join(directory, "postgresql", "postmaster.pid"), "utf8");
  const port = lockFile.split("\n")[3];
  await signalServerOf(directory, "SIGKILL");
  await eventually(() => rowsOf(`postgres://127.0.0.1:${port}`, "").then(() => false, isRefused));
}

function isRefused(error: NodeJS.ErrnoException): boolean {
  return error.code === "ECONNREFUSED";
}

/** Stops the server at once, whoever uses it. */
async function quitServerOf(directory: string): Promise<void> {
  if (!(await signalServerOf(directory, "SIGQUIT"))) return;
  await eventually(async () => !existsSync(join(directory, "postgresql", "postmaster.pid")));
}

/** Signals the server, if it runs; never another process that has the id in its lock file. */
async function signalServerOf(directory: string, signal: NodeJS.Signals): Promise<boolean> {
  const processId = await processIdIn(directory).catch(() => 0);
  return (await isServerOf(join(directory, "postgresql"), processId)) && process.kill(processId, signal);
}

async function rewriteLockFile(directory: string, now: { processId: number; port?: number }): Promise<void> {
  const file = join(directory, "postgresql", "postmaster.pid");
  const lines = (await readFile(file, "utf8")).split("\n");
  lines[0] = String(now.processId);
  if (now.port !== undefined) lines[3] = String(now.port);
  await writeFile(file, lines.join("\n"));
}

/** Runs a line of shell as the user of the server of `home`, for whom alone PostgreSQL minds a process. */
function runByServerUser(line: string): ChildProcess {
  const { uid, gid } = statSync(join(home, "postgresql"));
  const child = spawn("sh", ["-c", line], {
    ...(isRoot && { uid, gid }),
    cwd: "/",
    stdio: ["ignore", "pipe", "ignore"],
  });
  children.add(child);
  return child;
}

async function otherProgram(): Promise<number> {
  return Number(runByServerUser("exec sleep 60").pid);
}

/** A process that has ended, and whose parent never asks for its end. */
async function zombie(): Promise<number> {
  const { stdout } = runByServerUser("true & echo $!; exec sleep 60 >&-");
  return Number(await text(stdout as Readable)); // it ends when the last who could write it has ended
}

async function processIdOfNobody(): Promise<number> {
  const child = runByServerUser("true");
  await new Promise((resolve) => child.once("close", resolve));
  return Number(child.pid);
}

async function ordinaryUser(): Promise<ServerUser> {
  const folders = [resolve("."), resolve(process.execPath, "..")];
  if (!isRoot) return ServerUser.of(root, folders);
  const [uid, gid] = await Promise.all(
    ["-u", "-g"].map(async (flag) => Number((await runProgram("id", [flag, "nobody"])).output)),
  );
  return ServerUser.reaching(folders, { uid: Number(uid), gid: Number(gid) });
}

/** Has another process start and stop the server of each directory, and gives what it prints. */
async function runAs(user: ServerUser, directories: readonly string[]): Promise<string> {
  const module = pathToFileURL(resolve("src/infrastructure/embedded-postgres/embedded-postgres.ts")).href;
  const script = `
    const { EmbeddedPostgres } = await import(${JSON.stringify(module)});
    for (const directory of ${JSON.stringify(directories)}) {
      const started = EmbeddedPostgres.start({ directory, durable: false });
      console.log(await started.then((server) => server.stop()).then(() => "Ready.", (error) => error.message));
    }`;
  const loader = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;
  const parameters = ["TSX_DISABLE_CACHE=1", process.execPath, "--import", loader, "--input-type=module", "-e", script];
  return (await user.run("env", parameters)).output;
}

async function eventually(check: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + 10_000;
  while (!(await check())) {
    if (performance.now() > deadline) throw new Error("It did not come to pass within 10 s");
    await sleep(20);
  }
}
