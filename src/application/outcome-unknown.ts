/**
 * The connection to what is stored was lost while a change was being made for good: it was made whole, or not at all. The
 * same request with the same idempotency key tells, and makes it where it was not.
 */
export class OutcomeUnknown extends Error {
  override readonly name = "OutcomeUnknown";

  constructor(options?: ErrorOptions) {
    super("Whether the change was made is not known.", options);
  }
}
