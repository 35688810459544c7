import { execSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Installs the packages of a folder by its lock file, unless they are here already.
 * @param {{ folder: string; build?: boolean; options?: string[] }} what with `build`, only what a build takes, and no tools for tests
 */
export function install({ folder, build = false, options = [] }) {
  const lock = readFileSync(join(folder, "package-lock.json"), "utf8");
  const stamp = join(folder, "node_modules", ".installed.json");
  const installed = existsSync(stamp) ? JSON.parse(readFileSync(stamp, "utf8")) : undefined;
  if (installed?.lock === lock && (build || !installed.build)) return;

  const omitted = build ? ["--omit=dev"] : [];
  const parameters = ["ci", ...omitted, "--no-audit", "--no-fund", "--loglevel=error", ...options];
  // A shell, since npm is a script on Windows. Its output is progress, and goes where progress goes.
  execSync(`npm ${parameters.join(" ")}`, { cwd: folder, stdio: ["ignore", 2, 2] });
  writeFileSync(stamp, JSON.stringify({ lock, build }));
}
