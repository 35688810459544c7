import { transformAsync } from "@babel/core";

/** Has the `graphql` tags of the Relay client compiled as it is loaded, as a bundler would have it done. */
export async function load(url, context, nextLoad) {
  const loaded = await nextLoad(url, context);
  if (!/\/relay\/[\w-]+\.ts(\?|$)/.test(url)) return loaded;
  const { code } = await transformAsync(loaded.source.toString(), {
    configFile: false,
    babelrc: false,
    filename: new URL(url).pathname,
    parserOpts: { plugins: ["typescript"] },
    plugins: [["relay", { eagerEsModules: true }]],
  });
  return { ...loaded, source: code };
}
