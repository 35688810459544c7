import type { IncomingMessage } from "node:http";

/** More, and whoever sends it is not to be helped. */
const AT_MOST_BYTES = 16 * 1024 * 1024;

/**
 * Takes in what a client still sends, and forgets it: a connection that is closed before is reset, and the answer on it may be
 * lost. How long that may take is bounded as for any request.
 */
export function takeIn(request: IncomingMessage): Promise<void> {
  return new Promise((resolve) => {
    let bytes = 0;
    request.on("data", (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > AT_MOST_BYTES) resolve();
    });
    request.once("end", resolve).once("close", resolve).resume();
    if (request.readableEnded || request.destroyed) resolve();
  });
}
