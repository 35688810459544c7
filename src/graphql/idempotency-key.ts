import { idempotencyKey } from "../application/idempotency-key.js";
import { parseArgument } from "./errors/bad-user-input.js";

/** The key in `input.idempotencyKey`. @throws BadUserInput */
export function idempotencyKeyIn(given: string | null | undefined): string | null {
  return given == null ? null : parseArgument(["input", "idempotencyKey"], () => idempotencyKey(given));
}
