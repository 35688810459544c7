/** What of a failure a program can act on. */
export interface Failure {
  /** The service's code, `HTTP_503` and the like where something before the service answered, or `NO_ANSWER`. */
  readonly code: string;
  readonly message: string;
  /** The path of the argument that is malformed, and what is wrong with it: with BAD_USER_INPUT. */
  readonly argument?: readonly (string | number)[] | undefined;
  readonly reason?: string | undefined;
  /** What the service's log has more about: with INTERNAL_SERVER_ERROR. */
  readonly errorId?: string | undefined;
  /** How long we were asked to wait. */
  readonly retryAfterMs?: number | undefined;
}

const TRANSIENT = new Set([
  "NO_ANSWER",
  "HTTP_429",
  "HTTP_502",
  "HTTP_503",
  "HTTP_504",
  "INTERNAL_SERVER_ERROR",
  "PREVIEW_STALE",
  "REQUEST_TIMEOUT",
]);

/** There is no answer to work with. A refusal is one, and is never thrown. */
export class NamesakeError extends Error {
  override readonly name = "NamesakeError";

  constructor(
    readonly failure: Failure,
    options?: ErrorOptions,
  ) {
    super(`${failure.code}: ${failure.message}`, options);
  }

  /** Whether another attempt may have another end. Whether it may be made is another question. */
  get isTransient(): boolean {
    return TRANSIENT.has(this.failure.code);
  }
}
