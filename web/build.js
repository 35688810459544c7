import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";

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
    run(join(root, "scripts/install.js"), [".", "--omit=dev"]);
    run(join(web, "node_modules/vite/bin/vite.js"), ["build"]);
    writeFileSync(stamp, sources);
  } catch (error) {
    if (required) throw error;
    say(`The pages are not served, since they could not be built: ${error.message}`);
  }
}

function run(script, parameters) {
  execFileSync(process.execPath, [script, ...parameters], { cwd: web, stdio: ["ignore", 2, 2] });
}

function filesIn(folder, recursive = true) {
  const entries = readdirSync(folder, { recursive, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
}

function digestOf(files) {
  const hash = createHash("sha256");
  for (const file of files.sort()) hash.update(`${relative(root, file)}\0${readFileSync(file, "base64")}\0`);
  return hash.digest("hex");
}

function say(line) {
  process.stderr.write(`${line}\n`);
}
