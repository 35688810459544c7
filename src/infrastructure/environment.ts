import { createHash } from "node:crypto";
import { v7 } from "uuid";
import type { Environment } from "../application/environment.js";

/** The world as it is. */
export const systemEnvironment: Environment = {
  now: () => new Date(),
  newId: () => v7(),
  digest: (text) => createHash("sha256").update(text).digest("base64url"),
};
