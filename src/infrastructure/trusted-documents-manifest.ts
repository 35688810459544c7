import { readFile } from "node:fs/promises";
import { z } from "zod";
import { StartupError } from "./startup-error.js";

const MANIFEST = z.record(z.string(), z.string());

/** The documents of a manifest, by hash. @throws StartupError for what is no JSON object of texts */
export async function readManifest(file: string): Promise<ReadonlyMap<string, string>> {
  try {
    return new Map(Object.entries(MANIFEST.parse(JSON.parse(await readFile(file, "utf8")))));
  } catch (cause) {
    const problem =
      (cause as NodeJS.ErrnoException).code === "ENOENT" ? "is not there" : "is no JSON object from hash to document";
    throw new StartupError(`TRUSTED_DOCUMENTS_MANIFEST ${file} ${problem}.`, 78, { cause });
  }
}
