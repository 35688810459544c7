import { stat } from "node:fs/promises";
import { dirname } from "node:path";
import { hasCode } from "../has-code.js";
import { StartupError } from "../startup-error.js";
import { type Account, type Outcome, runProgram } from "./run-program.js";

/** The system's user that PostgreSQL's programs run as: our own, or another in place of root, whom they refuse. */
export class ServerUser {
  private constructor(
    private readonly account: Account | undefined,
    private readonly entersClosedFolders: boolean,
  ) {}

  /**
   * Chooses the user who owns `dataDirectory`, else `postgres`, else `nobody`, when we are root.
   * @param paths folders that the user has to reach
   */
  static async of(dataDirectory: string, paths: readonly string[]): Promise<ServerUser> {
    if (process.geteuid?.() !== 0) return new ServerUser(undefined, false);
    return ServerUser.reaching(paths, (await ownerBesidesRoot(dataDirectory)) ?? (await unprivilegedAccount()));
  }

  /** The user of `account`, for whom folders are opened where that takes it. Only root may become another user. */
  static async reaching(paths: readonly string[], account: Account): Promise<ServerUser> {
    for (const path of paths) {
      if (!(await isReachable(path, account))) return new ServerUser(account, true);
    }
    return new ServerUser(account, false);
  }

  /** Runs a program to its end as this user. `silent` loses what it prints, and is for one that leaves a server behind. */
  run(program: string, parameters: readonly string[], { silent = false } = {}): Promise<Outcome> {
    const { account } = this;
    if (account === undefined || !this.entersClosedFolders) return runProgram(program, parameters, { account, silent });
    return runProgram("setpriv", [...enteringClosedFolders(account), program, ...parameters], { silent });
  }

  /** Hands a folder and all that is in it to this user, if it is root's. */
  async own(folder: string): Promise<void> {
    if (this.account === undefined || (await stat(folder)).uid !== 0) return;
    const { uid, gid } = this.account;
    const { succeeded, output } = await runProgram("chown", ["-hR", `${uid}:${gid}`, folder]);
    if (succeeded) return;
    throw new StartupError(
      `${folder} cannot be given to user ${uid}, as whom PostgreSQL has to run in place of root (${output}): ` +
        "run as an ordinary user, or set DATABASE_URL.",
    );
  }

  /** The major version of `postgres`. Throws a `StartupError` when this user cannot run it. */
  async majorVersionOf(postgres: string): Promise<string> {
    const { succeeded, output } = await this.run(postgres, ["-V"]);
    const version = /\(PostgreSQL\) (\d+)/.exec(output)?.[1];
    if (succeeded && version !== undefined) return version;
    throw new StartupError(`PostgreSQL's programs do not run here (${output}). ${this.wayOut(dirname(postgres))}`);
  }

  private wayOut(folder: string): string {
    if (this.account === undefined) return "Set DATABASE_URL to a PostgreSQL server.";
    return (
      `PostgreSQL refuses root, so user ${this.account.uid} has to reach ${folder} and the data directory: ` +
      "move them to folders that are open to others, run as an ordinary user, or set DATABASE_URL."
    );
  }
}

/**
 * The parameters by which setpriv lets the user enter and read folders that are closed to others, and nothing more.
 * no_setuid_fixup keeps the capability effective for access(2) too, by which postgres looks at its own program.
 */
function enteringClosedFolders({ uid, gid }: Account): readonly string[] {
  const user = [`--reuid=${uid}`, `--regid=${gid}`, "--clear-groups"];
  return [...user, "--securebits=+no_setuid_fixup", "--inh-caps=+dac_read_search", "--ambient-caps=+dac_read_search"];
}

async function ownerBesidesRoot(folder: string): Promise<Account | undefined> {
  try {
    const { uid, gid } = await stat(folder);
    return uid === 0 ? undefined : { uid, gid };
  } catch (error) {
    if (hasCode(error, "ENOENT")) return undefined;
    throw error;
  }
}

async function unprivilegedAccount(): Promise<Account> {
  for (const name of ["postgres", "nobody"]) {
    const [uid, gid] = await Promise.all([runProgram("id", ["-u", name]), runProgram("id", ["-g", name])]);
    if (uid.succeeded && gid.succeeded) return { uid: Number(uid.output), gid: Number(gid.output) };
  }
  throw new StartupError(
    "PostgreSQL refuses root, and there is no user postgres or nobody: run as an ordinary user, or set DATABASE_URL.",
  );
}

async function isReachable(path: string, account: Account): Promise<boolean> {
  const { mode, uid, gid } = await stat(path);
  const mayEnter = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
  if ((mode & mayEnter) === 0) return false;
  return dirname(path) === path || isReachable(dirname(path), account);
}
