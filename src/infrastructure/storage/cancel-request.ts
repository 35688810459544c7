import { connect } from "node:net";
import type { ClientBase } from "pg";

/** What pg has of a connection, and its types have not. */
interface Cancellable {
  readonly host: string;
  readonly port: number;
  /** Null where a pooler in between has not told them. */
  readonly processID: number | null;
  readonly secretKey: number | null;
}

/** PostgreSQL's number for such a request, in place of a version of its protocol. */
const CANCEL_REQUEST = 80_877_102;
const GIVEN_UP_AFTER_MS = 1_000;

/**
 * Asks the server to end what a connection runs, now that nobody waits for it: else it would go on, and wait for its locks,
 * until it is done. It is asked over a connection of its own, never answers, and may be out of reach.
 */
export function cancelStatementOf(client: ClientBase): void {
  const { host, port, processID, secretKey } = client as unknown as Cancellable;
  if (processID === null || secretKey === null) return;
  const request = Buffer.alloc(16);
  for (const [place, number] of [request.length, CANCEL_REQUEST, processID, secretKey].entries()) {
    request.writeInt32BE(number, place * 4);
  }
  const socket = host.startsWith("/") ? connect(`${host}/.s.PGSQL.${port}`) : connect(port, host);
  socket.on("error", () => undefined);
  socket.setTimeout(GIVEN_UP_AFTER_MS, () => socket.destroy());
  socket.end(request);
}
