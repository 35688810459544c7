import { cp, readFile, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { inRepository } from "../harness/paths.js";

/** A text of a compiled file, and what stands in its place in the copy. */
export interface Patch {
  /** Seen from `dist`. */
  readonly file: string;
  readonly text: string;
  readonly by: string;
}

/** Makes a copy of the built service in a folder, with something changed in it. @throws where a text does not stand there exactly once */
export async function patchedCopy(folder: string, patches: readonly Patch[]): Promise<void> {
  await cp(inRepository("dist"), join(folder, "dist"), { recursive: true });
  await cp(inRepository("package.json"), join(folder, "package.json"));
  await symlink(inRepository("node_modules"), join(folder, "node_modules"));
  for (const patch of patches) await apply(patch, join(folder, "dist", patch.file));
}

async function apply({ file, text, by }: Patch, path: string): Promise<void> {
  const parts = (await readFile(path, "utf8")).split(text);
  if (parts.length !== 2) throw new Error(`${file} has ${parts.length - 1} times what is to be replaced: ${text}`);
  await writeFile(path, parts.join(by));
}
