import { OutcomeUnknown } from "../application/outcome-unknown.js";
import type { Refusal } from "../application/refusals.js";
import { StorageUnavailable } from "../application/storage-unavailable.js";
import { DomainError } from "../domain/domain-error.js";
import { StartupError } from "../infrastructure/startup-error.js";
import { EXIT, type ExitCode } from "./exit-codes.js";

/** Ends a command with a sentence for its user. */
export class CommandFailure extends Error {
  override readonly name = "CommandFailure";

  constructor(
    readonly exitCode: ExitCode,
    /** Stable, for programs. */
    readonly code: string,
    message: string,
  ) {
    super(message);
  }

  static misused(message: string): CommandFailure {
    return new CommandFailure(EXIT.misused, "USAGE", message);
  }

  static refusedBy({ kind, message }: Refusal): CommandFailure {
    return new CommandFailure(EXIT.refused, kind, message);
  }
}

/** What the user is told of an error: one line, without stack and statement. */
export function failureOf(error: unknown): CommandFailure {
  if (error instanceof CommandFailure) return error;
  if (error instanceof StartupError) {
    return new CommandFailure(error.exitCode, error.exitCode === 78 ? "SETTINGS" : "UNAVAILABLE", error.message);
  }
  if (error instanceof DomainError) return new CommandFailure(EXIT.misused, error.code, error.message);
  if (error instanceof OutcomeUnknown) return new CommandFailure(EXIT.failed, "OUTCOME_UNKNOWN", OUTCOME_UNKNOWN);
  const code = codeOf(error);
  if (error instanceof StorageUnavailable || isOutage(error, code)) {
    return new CommandFailure(
      EXIT.failed,
      "UNAVAILABLE",
      `The database no longer answers (${code || "no connection"}).`,
    );
  }
  const name = error instanceof Error ? error.name : typeof error;
  const fault = `Namesake failed because of a fault of its own (${[name, code].filter(Boolean).join(" ")}); LOG_LEVEL=debug shows where.`;
  return new CommandFailure(EXIT.failed, "FAULT", fault);
}

const OUTCOME_UNKNOWN =
  "The database no longer answers, and whether the last change was made is not known: run the same command again.";

/** Of a system's error and of PostgreSQL's, or of what they caused. */
function codeOf(error: unknown): string {
  if (typeof error !== "object" || error === null) return "";
  if ("code" in error && error.code !== undefined) return String(error.code);
  return "cause" in error ? codeOf(error.cause) : "";
}

/** The connection's end: PostgreSQL's words for it, the network's, and the driver's, which have no code. */
function isOutage(error: unknown, code: string): boolean {
  return (
    /^(08...|57P0[1-3]|53300|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND)$/.test(code) ||
    (error instanceof Error &&
      /^Connection terminated|not queryable|timeout exceeded when trying to connect/.test(error.message))
  );
}
