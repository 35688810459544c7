import { mkdir, mkdtemp, readdir, readFile, realpath, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { hasCode } from "../has-code.js";
import { StartupError } from "../startup-error.js";
import type { Binaries } from "./binaries.js";
import { ensurePassword, readPassword } from "./cluster-password.js";
import { ServerUser } from "./server-user.js";

interface ClusterOptions {
  readonly directory: string;
  readonly binaries: Binaries;
  readonly durable: boolean;
}

const DRAFTS = "initdb-";

/** The files of a database server: a PostgreSQL cluster in `postgresql/` of its directory, and the password for it. */
export class Cluster {
  private constructor(
    readonly dataDirectory: string,
    readonly password: string,
    readonly binaries: Binaries,
    readonly user: ServerUser,
  ) {}

  /** The file that its server logs to. */
  get log(): string {
    return join(this.dataDirectory, "server.log");
  }

  /** The cluster in a directory, created the first time. Throws a `StartupError` when there cannot be one. */
  static async open(options: ClusterOptions): Promise<Cluster> {
    const directory = resolve(options.directory);
    try {
      await mkdir(directory, { recursive: true });
      return await Cluster.openIn(await realpath(directory), options);
    } catch (error) {
      if (!isSystemError(error)) throw error;
      throw new StartupError(
        `The data directory ${directory} cannot be used (${error.message}): ` +
          "let this user write it, or set NAMESAKE_DATA_DIR to another folder.",
        1,
        { cause: error },
      );
    }
  }

  private static async openIn(directory: string, { binaries, durable }: ClusterOptions): Promise<Cluster> {
    const programs = dirname(binaries.postgres);
    refuseUnquotablePaths(directory, programs);
    const dataDirectory = join(directory, "postgresql");
    const user = await ServerUser.of(dataDirectory, [await realpath(programs), directory]);
    const version = await user.majorVersionOf(binaries.postgres);
    if ((await versionOf(dataDirectory)) === undefined) await createCluster({ directory, binaries, durable, user });
    await removeDrafts(directory);
    await refuseOtherVersion(dataDirectory, version);
    await user.own(dataDirectory);
    const password = await readPassword(directory);
    return new Cluster(await realpath(dataDirectory), password, binaries, user);
  }
}

/**
 * Creates a cluster aside and renames it into place, so that an interrupted initdb leaves no half of one. Of two that do so
 * at once one is the first, and the other takes the first one's.
 */
async function createCluster(options: ClusterOptions & { readonly user: ServerUser }): Promise<void> {
  const { directory } = options;
  const dataDirectory = join(directory, "postgresql");
  const draft = await mkdtemp(join(directory, DRAFTS));
  try {
    await initialize(draft, options);
    await rename(join(draft, "data"), dataDirectory);
  } catch (error) {
    if ((await versionOf(dataDirectory)) === undefined) throw error;
  } finally {
    await rm(draft, { recursive: true, force: true, maxRetries: 10 });
  }
}

async function initialize(draft: string, options: ClusterOptions & { readonly user: ServerUser }): Promise<void> {
  const { directory, binaries, durable, user } = options;
  const password = await ensurePassword(directory, draft);
  const passwordFile = join(draft, "pwfile");
  await writeFile(passwordFile, password, { mode: 0o600 });
  await user.own(draft);
  const { succeeded, output } = await user.run(binaries.initdb, [
    `--pgdata=${join(draft, "data")}`,
    `--pwfile=${passwordFile}`,
    "--username=namesake",
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--set=log_line_prefix=%m [%p] %b: ",
    ...(durable ? [] : ["--no-sync"]),
  ]);
  if (succeeded) return;
  const reason = /(initdb: error|FATAL|PANIC): .*/.exec(output)?.[0] ?? output;
  throw new StartupError(`PostgreSQL could not create its cluster in ${directory}: ${reason}`);
}

/** With the cluster in place every draft is either left over, or about to lose to it. */
async function removeDrafts(directory: string): Promise<void> {
  const names = (await readdir(directory)).filter((name) => name.startsWith(DRAFTS));
  await Promise.all(names.map((name) => rm(join(directory, name), { recursive: true, force: true, maxRetries: 10 })));
}

async function versionOf(dataDirectory: string): Promise<string | undefined> {
  try {
    return (await readFile(join(dataDirectory, "PG_VERSION"), "utf8")).trim();
  } catch (error) {
    if (hasCode(error, "ENOENT")) return undefined;
    throw error;
  }
}

async function refuseOtherVersion(dataDirectory: string, version: string): Promise<void> {
  const found = await versionOf(dataDirectory);
  if (found === version) return;
  throw new StartupError(
    `${dataDirectory} holds a cluster of PostgreSQL ${found}, and this is PostgreSQL ${version}: ` +
      "move its data over by pg_dump, or set NAMESAKE_DATA_DIR to another folder.",
  );
}

/** pg_ctl and initdb put paths between double quotes of a shell's command, and escape nothing. */
function refuseUnquotablePaths(...paths: readonly string[]): void {
  const path = paths.find((each) => process.platform !== "win32" && /["$`\\\r\n]/.test(each));
  if (path === undefined) return;
  throw new StartupError(
    `PostgreSQL cannot run in ${JSON.stringify(path)}: quotes, dollar signs, backticks, backslashes and line breaks ` +
      "have no place in its path. Move the folder, or set DATABASE_URL.",
  );
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return typeof error === "object" && error !== null && "syscall" in error;
}
