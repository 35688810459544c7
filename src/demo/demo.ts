import { StartupError } from "../infrastructure/startup-error.js";
import { playAll } from "./play-all.js";

try {
  process.exitCode = (await playAll(process.argv[2])) ? 0 : 1;
} catch (error) {
  if (!(error instanceof StartupError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = error.exitCode;
}
