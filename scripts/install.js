import { execSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

// node scripts/install.js FOLDER [options of npm ci]: installs the packages of a folder by its lock file, unless they are here already.
const [folder, ...options] = process.argv.slice(2);
const stamp = join(folder, "node_modules", ".installed.json");
const wanted = { lock: readFileSync(join(folder, "package-lock.json"), "utf8"), all: !options.includes("--omit=dev") };
const here = existsSync(stamp) ? JSON.parse(readFileSync(stamp, "utf8")) : {};

if (here.lock !== wanted.lock || (wanted.all && !here.all)) {
  // A shell, since npm is a script on Windows. Its output is progress, and goes where progress goes.
  execSync(`npm ci --no-audit --no-fund --loglevel=error ${options.join(" ")}`, {
    cwd: folder,
    stdio: ["ignore", 2, 2],
  });
  writeFileSync(stamp, JSON.stringify(wanted));
}
