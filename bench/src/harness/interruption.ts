import { progress } from "./progress.js";

const controller = new AbortController();

/** Aborted once somebody wants this to end: the step under way is finished, and what was started is stopped. */
export const interruption: AbortSignal = controller.signal;

/** Takes Ctrl-C and SIGTERM for a wish to end; a second one for haste. */
export function listenForInterruption(): void {
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => {
      if (interruption.aborted) process.exit(130);
      progress("stops after this step");
      process.exitCode = 130;
      controller.abort();
    });
  }
}
