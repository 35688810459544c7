import { readFile } from "node:fs/promises";

/** A module of the service, by its text. */
export interface Module {
  readonly file: string;
  readonly text: string;
}

/** What is left of an import at run time: it loads the module. */
const LOADS = /^(?:import|export) (?!type )[^"]*"(\.{1,2}\/[^"]+)\.js";/gm;

/** The modules that these load, themselves included, as they are written. */
export async function loadedModules(entries: readonly URL[]): Promise<readonly Module[]> {
  const modules = new Map<string, Module>();
  const queue = [...entries];
  for (let url = queue.pop(); url !== undefined; url = queue.pop()) {
    if (modules.has(url.href)) continue;
    const text = await readFile(url, "utf8");
    modules.set(url.href, { file: url.pathname, text });
    for (const [, path] of text.matchAll(LOADS)) queue.push(new URL(`${path}.ts`, url));
  }
  return [...modules.values()];
}
