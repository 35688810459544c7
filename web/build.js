import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { install } from "../scripts/install.js";

// Builds the pages where they are not built yet, or no longer what their sources say. A service is of use without them, so that
// a failure is told and no more; with --required it is a failure.
const required = process.argv.includes("--required");
const web = fileURLToPath(new URL(".", import.meta.url));
const root = fileURLToPath(new URL("..", import.meta.url));
const stamp = join(web, "dist", ".built-from");
const sources = digestOf([
  ...filesIn(join(web, "src")),
  ...filesIn(join(root, "examples"), false),
  ...filesIn(web, false),
]);

if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== sources) build();

function build() {
  say("Building the pages /graphiql and /preview. This is done once, and takes a minute or less.");
  try {
    install({ folder: web, build: true });
    execFileSync(process.execPath, [join(web, "node_modules/vite/bin/vite.js"), "build"], {
      cwd: web,
      stdio: ["ignore", 2, 2],
    });
    writeFileSync(stamp, sources);
  } catch (error) {
    if (required) throw error;
    say(`The pages are not served, since they could not be built: ${error.message}`);
  }
}

function filesIn(folder, recursive = true) {
  const entries = readdirSync(folder, { recursive, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
}

function digestOf(files) {
  const hash = createHash("sha256");
  for (const file of files.sort())
    hash
      .update(`${relative(root, file)}\0`)
      .update(readFileSync(file))
      .update("\0");
  return hash.digest("hex");
}

function say(line) {
  process.stderr.write(`${line}\n`);
}
