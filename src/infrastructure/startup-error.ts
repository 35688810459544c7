/** The service cannot start, or go on, for a reason that its operator can mend. The message says what to do, in one line. */
export class StartupError extends Error {
  override readonly name = "StartupError";

  /** @param exitCode 78 (EX_CONFIG of sysexits.h) where a setting is wrong, 1 for everything else. */
  constructor(
    message: string,
    readonly exitCode: 1 | 78 = 1,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
