import { randomUUID } from "node:crypto";
import { DatabaseError } from "pg";
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
    const lost = error.driverError instanceof DatabaseError ? {} : { message: error.message };
    return { type: error.name, sqlState: code, constraint, table, statement: error.query, ...lost };
  }
  if (error instanceof Error) {
    const cause = error.cause === undefined ? {} : { cause: described(error.cause) };
    return { type: error.name, message: error.message, stack: error.stack, ...cause };
  }
  return { type: typeof error };
}
