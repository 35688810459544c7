/** Tells who waits what is under way, on standard error. */
export function progress(message: string): void {
  process.stderr.write(`${new Date().toISOString().slice(11, 19)}  ${message}\n`);
}
