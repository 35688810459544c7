import type { Caller } from "./caller.js";

/** A request says nothing about who is calling, or nothing that can be believed. */
export class Unauthenticated extends Error {
  override readonly name = "Unauthenticated";

  /** @param token whether there was a token at all */
  constructor(readonly token: "missing" | "invalid") {
    super(`The token is ${token}.`);
  }
}

/** It cannot be told now who is calling: what tells is out of reach. */
export class CallersUnknown extends Error {
  override readonly name = "CallersUnknown";
}

/** Knows who is calling. */
export interface Callers {
  /**
   * Who a request is from.
   * @param authorization its Authorization header
   * @throws Unauthenticated or CallersUnknown
   */
  callerOf(authorization: string | undefined, requestId: string): Promise<Caller>;
}
