import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const inThisFolder = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  // Relative, so that the pages work below any path that a proxy serves them under.
  base: "./",
  plugins: [react()],
  logLevel: "warn",
  // Only from the origin itself, which is all that the content security policy lets in: nothing inlined, nothing evaluated.
  build: {
    assetsInlineLimit: 0,
    modulePreload: false,
    chunkSizeWarningLimit: 10_000,
    rolldownOptions: {
      input: [inThisFolder("graphiql.html"), inThisFolder("preview.html")],
      // "use no memo" speaks to a compiler that has gone over the packages already.
      checks: { moduleLevelDirective: false },
    },
  },
  worker: { format: "es" },
  server: { host: "127.0.0.1", proxy: { "/graphql": "http://127.0.0.1:4000" } },
});
