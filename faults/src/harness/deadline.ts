import { setTimeout as sleep } from "node:timers/promises";

/** What is waited for, unless it takes longer than it may: then this rejects and names it. */
export async function within<T>(ms: number, what: string, awaited: Promise<T>): Promise<T> {
  const done = new AbortController();
  const late = sleep(ms, undefined, { signal: done.signal }).then(() => {
    throw new Error(`${what} took longer than ${ms} ms.`);
  });
  late.catch(() => undefined);
  try {
    return await Promise.race([awaited, late]);
  } finally {
    done.abort();
  }
}

/** Asks again and again until the answer is yes. @throws after `ms`, naming what did not come true */
export async function eventually(ms: number, what: string, isTrue: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + ms;
  while (!(await isTrue())) {
    if (performance.now() > deadline) throw new Error(`${what} did not come true within ${ms} ms.`);
    await sleep(20);
  }
}
