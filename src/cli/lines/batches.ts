import type { ImportBatch } from "../../application/import-batch.js";
import type { BadLine, ImportLine } from "../../application/import-line.js";
import type { LineRead } from "./columns.js";

export type Batch = Pick<ImportBatch, "lines" | "unreadable">;

/** The lines in batches of `size`, the last one shorter. */
export async function* batchesOf(reads: AsyncIterable<readonly LineRead[]>, size: number): AsyncGenerator<Batch> {
  let batch = new BatchInTheMaking();
  for await (const lines of reads) {
    for (const line of lines) {
      batch.add(line);
      if (batch.size < size) continue;
      yield batch;
      batch = new BatchInTheMaking();
    }
  }
  if (batch.size > 0) yield batch;
}

class BatchInTheMaking implements Batch {
  readonly lines: ImportLine[] = [];
  readonly unreadable: BadLine[] = [];

  get size(): number {
    return this.lines.length + this.unreadable.length;
  }

  add(line: LineRead): void {
    if ("reason" in line) this.unreadable.push(line);
    else this.lines.push(line);
  }
}

/** Each item while the next one is already being made. */
export async function* oneAhead<T>(items: AsyncGenerator<T>): AsyncGenerator<T> {
  let next = items.next();
  try {
    for (let result = await next; !result.done; result = await next) {
      next = items.next();
      // It is awaited above; until then it must not count as unhandled.
      next.catch(() => undefined);
      yield result.value;
    }
  } finally {
    // Not awaited: it may be waiting for a source that says nothing any more.
    items.return(undefined).catch(() => undefined);
  }
}
