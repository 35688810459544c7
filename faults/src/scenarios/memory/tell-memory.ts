import { renameSync, writeFileSync } from "node:fs";

/**
 * Loaded into a replica before the service: at SIGUSR2 it collects all garbage there is, and writes down the memory that is
 * in use then. What is measured so is what is held, and not what could be let go.
 */
const file = process.env.MEMORY_FILE ?? "";

process.on("SIGUSR2", () => {
  for (let time = 0; time < 3; time += 1) globalThis.gc?.();
  writeFileSync(`${file}.part`, JSON.stringify(process.memoryUsage()));
  renameSync(`${file}.part`, file);
});
