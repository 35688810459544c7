import { progress } from "./progress.js";

const stops: (() => Promise<unknown>)[] = [];
let isInterrupted = false;

/** Takes Ctrl-C and SIGTERM for a wish to end: what is running is stopped, the latest first. A second one ends at once. */
export function listenForInterruption(): void {
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => void interrupt());
}

async function interrupt(): Promise<void> {
  if (isInterrupted) process.exit(130);
  isInterrupted = true;
  progress("stops what is running");
  for (const stop of stops.toReversed()) await stop().catch(() => undefined);
  process.exit(130);
}

/** Does some work, and stops what it needs when it ends, or when somebody wants all of this to end. */
export async function stopping<T>(stop: () => Promise<unknown>, work: () => Promise<T>): Promise<T> {
  stops.push(stop);
  try {
    return await work();
  } finally {
    stops.splice(stops.indexOf(stop), 1);
    await stop();
  }
}
