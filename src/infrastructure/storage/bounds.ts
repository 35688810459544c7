/** How long what is asked of the database may take, in milliseconds. */
export interface Bounds {
  /** All that one request asks, with waiting for connections and further attempts; 0 for as long as it takes. */
  readonly request: number;
  /** The first statement of a transaction and its last: longer, and the connection leads nowhere. */
  readonly boundary: number;
  /** Any other statement. */
  readonly statement: number;
  /** Each wait for another transaction's lock. */
  readonly lock: number;
  /** Between two statements of a transaction: longer, and whoever began it is gone; 0 for ever. */
  readonly idle: number;
}

/** Of a request over HTTP, which is answered within ten seconds, whatever the database does. */
export const REQUEST_BOUNDS: Bounds = { request: 7_500, boundary: 2_000, statement: 5_000, lock: 3_000, idle: 5_000 };

/** Of what is done beside the requests, one short transaction after the other. */
export const HOUSEKEEPING_BOUNDS: Bounds = { ...REQUEST_BOUNDS, request: 0 };

/** Of a command, which takes as long as its files are, and may wait for who reads its output. */
export const COMMAND_BOUNDS: Bounds = { request: 0, boundary: 30_000, statement: 60_000, lock: 30_000, idle: 0 };

/** The version of PostgreSQL from which on a transaction as a whole can be bounded. */
const WITH_TRANSACTION_TIMEOUT = 17;

/**
 * The statements that hold the rest of a transaction to the bounds, and nothing after it: its connection is shared, behind a
 * pooler with other clients too.
 */
export function settingBounds({ request, statement, lock, idle }: Bounds, serverVersion: number): string[] {
  const timeouts = {
    statement_timeout: statement,
    lock_timeout: lock,
    idle_in_transaction_session_timeout: idle,
    ...(serverVersion >= WITH_TRANSACTION_TIMEOUT && { transaction_timeout: request }),
  };
  return Object.entries(timeouts).map(([setting, ms]) => `SET LOCAL ${setting} = ${ms}`);
}
