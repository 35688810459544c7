/** What is stored cannot be read or changed now, or not in time. Nothing was changed; it may be asked for again. */
export class StorageUnavailable extends Error {
  override readonly name = "StorageUnavailable";
}
