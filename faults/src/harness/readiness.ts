import { eventually } from "./deadline.js";

/** Whether a replica says that requests should come to it. */
export async function isReady(graphqlUrl: string): Promise<boolean> {
  const { status } = await statusOf(new URL("/readyz", graphqlUrl));
  return status === 200;
}

/** Waits for it to say so. @throws after `ms` */
export function untilReady(graphqlUrl: string, ms: number): Promise<void> {
  return eventually(ms, "Readiness", () => isReady(graphqlUrl));
}

async function statusOf(url: URL): Promise<{ status: number }> {
  try {
    return await fetch(url, { signal: AbortSignal.timeout(1_000), headers: { connection: "close" } });
  } catch {
    return { status: 0 };
  }
}
