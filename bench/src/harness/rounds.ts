import { interruption } from "./interruption.js";
import { progress } from "./progress.js";

/** One of several ways to do the same. `run` does it once, and answers with what was measured. */
export interface Contender<Measurement> {
  /** For those who wait. */
  readonly name: string;
  run(round: number): Promise<Measurement>;
}

/**
 * Lets every contender run once per round, each round beginning with another, so that what the machine does meanwhile
 * befalls all of them alike. Answers with what was measured of each, in their order.
 */
export async function interleave<Measurement, One extends Contender<Measurement>>(
  contenders: readonly (One & Contender<Measurement>)[],
  rounds: number,
): Promise<{ contender: One; measured: Measurement[] }[]> {
  const results = contenders.map((contender) => ({ contender, measured: [] as Measurement[] }));
  for (let round = 0; round < rounds; round += 1) {
    for (const { contender, measured } of rotated(results, round)) {
      interruption.throwIfAborted();
      progress(`round ${round + 1} of ${rounds}: ${contender.name}`);
      measured.push(await contender.run(round));
    }
  }
  return results;
}

/** The middle of the values; of an even number of them, the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  if (upper === undefined || lower === undefined) throw new Error("Nothing was measured.");
  return (lower + upper) / 2;
}

/** How long some work takes, in milliseconds. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

const MOST_REPEATS = 20;
const ENOUGH_MS = 250;

/** The median time of some work that is done again and again: 20 times, or for a quarter of a second where it is slow. */
export async function typicalTime(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let spent = 0; times.length < MOST_REPEATS && spent < ENOUGH_MS; spent += times.at(-1) ?? 0) {
    times.push(await timed(work));
  }
  return median(times);
}

function rotated<T>(values: readonly T[], by: number): T[] {
  const start = by % Math.max(values.length, 1);
  return [...values.slice(start), ...values.slice(0, start)];
}
