/** What the use cases need of the world, and the domain must not know of. */
export interface Environment {
  /** The time, to the millisecond. */
  readonly now: () => Date;
  /** A new UUIDv7: ids in the order of their making. */
  readonly newId: () => string;
  /** SHA-256 of a text's UTF-8 bytes, in base64url. */
  readonly digest: (text: string) => string;
}
