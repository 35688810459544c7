/** SIGINT and SIGTERM, turned into a wish to end once what is under way is done; the second one ends the process at once. */
export function interruption(): { readonly signal: AbortSignal; forget(): void } {
  const controller = new AbortController();
  const abort = () => controller.abort();
  for (const signal of SIGNALS) process.once(signal, abort);
  return {
    signal: controller.signal,
    forget: () => {
      for (const signal of SIGNALS) process.off(signal, abort);
    },
  };
}

const SIGNALS = ["SIGINT", "SIGTERM"] as const;
