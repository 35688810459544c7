import { StorageUnavailable } from "../../application/storage-unavailable.js";

/** The connection ended, or did not answer in time, before its transaction was to be made durable: nothing of it ever is. */
export class ConnectionLost extends StorageUnavailable {
  constructor(options: ErrorOptions) {
    super("The connection to the database was lost.", options);
  }
}
