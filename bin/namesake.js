#!/usr/bin/env node
import { execSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The command line of a checkout: built where it is not yet, or no longer what the sources say. */
const root = fileURLToPath(new URL("..", import.meta.url));
const built = join(root, "dist", "src", "cli", "namesake.js");
const stamp = join(root, "dist", ".tsbuildinfo");

function isBuilt() {
  if (!existsSync(built) || !existsSync(stamp)) return existsSync(built);
  const sources = ["src", "migrations"].map((name) => join(root, name)).filter((folder) => existsSync(folder));
  return sources.every((folder) => newestIn(folder) <= statSync(stamp).mtimeMs);
}

function newestIn(folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return Math.max(...entries.map(({ parentPath, name }) => statSync(join(parentPath, name)).mtimeMs));
}

function build() {
  try {
    // Standard output is the command's own.
    execSync("npm run --silent build", { cwd: root, stdio: ["ignore", 2, 2] });
  } catch {
    process.stderr.write("Namesake cannot be built: run `npm ci` and `npm run build`.\n");
    process.exit(1);
  }
}

if (!isBuilt()) build();
await import("../dist/src/cli/namesake.js");
