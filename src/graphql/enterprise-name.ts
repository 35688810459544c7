import { EnterpriseName } from "../domain/enterprise-name.js";
import { type ArgumentPath, parseArgument } from "./errors/bad-user-input.js";

/** The name in an argument. @throws BadUserInput */
export function enterpriseNameAt(argument: ArgumentPath, given: string): EnterpriseName {
  return parseArgument(argument, () => EnterpriseName.of(given));
}
