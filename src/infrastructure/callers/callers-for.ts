import { readFile } from "node:fs/promises";
import type { JWTVerifyGetKey } from "jose";
import type { Callers } from "../../application/callers.js";
import type { AuthSettings, Settings } from "../settings.js";
import { StartupError } from "../startup-error.js";
import { Anyone } from "./anyone.js";
import { givenKeys, publishedKeys } from "./issuer-keys.js";
import { TokenCallers } from "./token-callers.js";

const OPEN_TO_OTHERS =
  "Without AUTH_ISSUER and the settings beside it whoever reaches the service may do everything: set them, or HOST to 127.0.0.1.";

/** Those whom the settings say to trust. @throws StartupError where that would be everybody on a network */
export async function callersFor({ auth, host }: Settings): Promise<Callers> {
  if (auth !== null) return new TokenCallers(await keysOf(auth), auth);
  if (!isLoopback(host)) throw new StartupError(OPEN_TO_OTHERS, 78);
  return new Anyone();
}

async function keysOf({ keys }: AuthSettings): Promise<JWTVerifyGetKey> {
  if ("url" in keys) return publishedKeys(keys.url);
  try {
    return givenKeys("json" in keys ? keys.json : await readFile(keys.file, "utf8"));
  } catch (cause) {
    throw new StartupError(`AUTH_JWKS is no JSON Web Key Set of public keys, and no file that holds one.`, 78, {
      cause,
    });
  }
}

function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || /^127(\.\d{1,3}){3}$/.test(host);
}
