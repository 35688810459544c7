/** One error of an answer. */
export interface ServiceErrorDetails {
  readonly message: string;
  readonly extensions: {
    readonly code: string;
    /** The path of the argument that is malformed, and what is wrong with it: with BAD_USER_INPUT. */
    readonly argument?: readonly (string | number)[];
    readonly reason?: string;
  };
}

/** The service answered with errors; a refusal is none. */
export class ServiceErrors extends Error {
  override readonly name = "ServiceErrors";

  constructor(readonly errors: readonly ServiceErrorDetails[]) {
    super(errors.map(({ message }) => message).join(" "));
  }

  /** Whether any of them has this code, such as BAD_USER_INPUT or PREVIEW_STALE. */
  has(code: string): boolean {
    return this.errors.some(({ extensions }) => extensions.code === code);
  }
}
