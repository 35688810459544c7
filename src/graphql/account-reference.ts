import { accountReference } from "../domain/account-reference.js";
import { type ArgumentPath, parseArgument } from "./errors/bad-user-input.js";

/** The reference in an argument; null where none is given. @throws BadUserInput */
export function accountReferenceAt(argument: ArgumentPath, given: string | null | undefined): string | null {
  return given == null ? null : parseArgument(argument, () => accountReference(given));
}
