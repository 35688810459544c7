import { readFile, writeFile } from "node:fs/promises";
import type { CallersMeasured } from "./callers/callers.js";
import type { CommitMeasured } from "./commit/commit.js";
import type { Machine } from "./harness/machine.js";
import type { ImportMeasured } from "./import/import.js";
import type { PreviewMeasured } from "./previews/previews.js";
import type { ReadMeasured } from "./reads/read-contender.js";
import type { ServerMemory } from "./reads/reads.js";

/** What a part of the benchmark found, and under which circumstances. */
export interface Part<Measured> {
  readonly measuredOn: string;
  readonly machine: Machine;
  readonly rounds: number;
  readonly measured: Measured;
}

/** Everything that was measured, part by part. A part that has not been measured is not there. */
export interface Results {
  readonly commit?: Part<readonly CommitMeasured[]>;
  readonly previews?: Part<readonly PreviewMeasured[]>;
  readonly reads?: Part<{ readonly reads: readonly ReadMeasured[]; readonly memory: readonly ServerMemory[] }>;
  readonly callers?: Part<CallersMeasured>;
  readonly import?: Part<ImportMeasured>;
}

/** The parts that can be measured on their own. */
export const PARTS = ["commit", "previews", "reads", "callers", "import"] as const;
export type PartName = (typeof PARTS)[number];

/** What was measured before; nothing where there is no such file. */
export async function readResults(file: string): Promise<Results> {
  try {
    return JSON.parse(await readFile(file, "utf8"));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return {};
    throw error;
  }
}

export function writeResults(file: string, results: Results): Promise<void> {
  return writeFile(file, `${JSON.stringify(results, rounded, 2)}\n`);
}

/** Three decimals say more than any repetition would confirm. */
function rounded(_key: string, value: unknown): unknown {
  return typeof value === "number" ? Math.round(value * 1_000) / 1_000 : value;
}
