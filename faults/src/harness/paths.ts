import { fileURLToPath } from "node:url";

/** The folder of the repository, seen from where this is built to: faults/dist/faults/src/harness. */
const ROOT = new URL("../../../../../", import.meta.url);

/** A file of the repository. */
export function inRepository(path: string): string {
  return fileURLToPath(new URL(path, ROOT));
}
