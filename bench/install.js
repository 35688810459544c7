import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

// Installs the packages of this folder, unless those of its lock file are here already.
const folder = fileURLToPath(new URL(".", import.meta.url));
const lock = `${folder}package-lock.json`;
const installed = `${folder}node_modules/.installed-package-lock.json`;

if (!existsSync(installed) || !readFileSync(installed).equals(readFileSync(lock))) {
  // PostGraphile wants a later Node than the one that runs this, and is given it: as a package.
  const options = ["--engine-strict=false", "--no-audit", "--no-fund", "--loglevel=error"];
  // A shell, since npm is a script on Windows. Its output is progress, and goes where progress goes.
  execFileSync("npm", ["ci", ...options], { cwd: folder, shell: true, stdio: ["ignore", 2, 2] });
  copyFileSync(lock, installed);
}
