import { GraphQLError } from "graphql";
import { DomainError } from "../../domain/domain-error.js";

export type ArgumentPath = readonly (string | number)[];

/**
 * An argument that no value can be made of. `extensions.argument` is its path, `extensions.reason` says for programs what
 * is wrong with it.
 */
export class BadUserInput extends GraphQLError {
  constructor(argument: ArgumentPath, message: string, reason: string, http?: { readonly status: number }) {
    super(message, { extensions: { code: "BAD_USER_INPUT", argument, reason, ...(http && { http }) } });
  }
}

/** Makes a value of an argument; where the domain cannot, says which argument it was. @throws BadUserInput */
export function parseArgument<T>(argument: ArgumentPath | ((error: DomainError) => ArgumentPath), parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const path = typeof argument === "function" ? argument(error) : argument;
    throw new BadUserInput(path, error.message, error.code);
  }
}
