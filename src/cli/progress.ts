import { SingleBar } from "cli-progress";
import type { LineSource } from "./lines/line-source.js";

/** Shows how far an import is, on a terminal. */
export interface Progress {
  show(lines: number): void;
  /** Takes it off the screen. */
  stop(): void;
}

const SILENT: Progress = { show: () => undefined, stop: () => undefined };

/** A bar by the bytes of a file, with rate and time left; the rate alone where the size is not known; nothing in a pipe. */
export function progressOf(source: LineSource, terminal = process.stderr): Progress {
  if (!terminal.isTTY) return SILENT;
  const started = performance.now();
  const format = "{lines} lines | {rate} lines/s";
  const bar = new SingleBar({
    stream: terminal,
    format: source.size === null ? format : `{bar} {percentage}% | ${format} | {eta_formatted} left`,
    barsize: 24,
    etaBuffer: 50,
    hideCursor: true,
    clearOnComplete: true,
    gracefulExit: false,
  });
  const payload = (lines: number) => ({
    lines: lines.toLocaleString("en"),
    rate: Math.round((lines * 1_000) / (performance.now() - started)).toLocaleString("en"),
  });
  bar.start(source.size ?? 1, 0, payload(0));
  return {
    show: (lines) => bar.update(source.size === null ? 0 : Math.min(source.read, source.size), payload(lines)),
    stop: () => bar.stop(),
  };
}
