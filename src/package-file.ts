const PACKAGE = new URL(import.meta.url.endsWith(".ts") ? "../" : "../../", import.meta.url);

/** A file or folder of the package, named from its top on: the same from the sources and from what is compiled of them. */
export function packageFile(path: string): URL {
  return new URL(path, PACKAGE);
}
