import { randomBytes } from "node:crypto";
import { link, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { hasCode } from "../has-code.js";
import { StartupError } from "../startup-error.js";

/** The password of the cluster in `directory`. Throws a `StartupError` when it is gone. */
export async function readPassword(directory: string): Promise<string> {
  const file = join(directory, "password");
  const password = await readFile(file, "utf8").catch((error: unknown) => {
    if (hasCode(error, "ENOENT")) return "";
    throw error;
  });
  if (password.trim() !== "") return password.trim();
  throw new StartupError(
    `${file} is missing, without which the cluster beside it stays closed: ` +
      "put it back, or set NAMESAKE_DATA_DIR to another folder.",
  );
}

/**
 * The password of the cluster that is to be in `directory`; a random one that only this user may read, unless there is one.
 * It is written in the folder `draft` and linked into place, so that nobody reads half of it and two at once agree on one.
 */
export async function ensurePassword(directory: string, draft: string): Promise<string> {
  const written = join(draft, "password");
  await writeFile(written, randomBytes(24).toString("base64url"), { mode: 0o600, flush: true });
  try {
    await link(written, join(directory, "password"));
  } catch (error) {
    if (!hasCode(error, "EEXIST")) throw error;
  }
  await rm(written); // what is left in the draft becomes the server's user's
  return readPassword(directory);
}
