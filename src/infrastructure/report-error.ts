import { randomUUID } from "node:crypto";
import type { Logger } from "pino";
import { QueryFailedError } from "typeorm";

/**
 * Writes an error that a client was not shown to the log, by its id. Of a statement that failed only what holds no values:
 * the driver's error carries the parameters, and its words quote them.
 */
export function reportTo(logger: Logger): (error: unknown) => string {
  return (error) => {
    const errorId = randomUUID();
    logger.error({ errorId, ...described(error) }, "a request failed");
    return errorId;
  };
}

function described(error: unknown): Record<string, unknown> {
  if (error instanceof QueryFailedError) {
    const { code, constraint, table } = error.driverError as { code?: string; constraint?: string; table?: string };
    return { type: error.name, sqlState: code, constraint, table, statement: error.query };
  }
  if (error instanceof Error) return { type: error.name, message: error.message, stack: error.stack };
  return { type: typeof error };
}
