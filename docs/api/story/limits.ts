import type { CompositionOptions } from "../../../src/composition.js";
import type { HttpRequest } from "../recording.js";
import type { Narrator } from "./narrator.js";

/** A service that answers the documents that it was given, and no others. */
export const TRUSTED_DOCUMENTS_ONLY: CompositionOptions = {
  trustedDocuments: { mode: "require", documents: new Map([["0", "{ syncPolicy { version } }"]]) },
};

/** A service that nobody may ask again and again. */
export const ONE_REQUEST_A_MINUTE: CompositionOptions = { rateLimits: { perAddress: 1, perCaller: null } };

/** Shows what is answered where documents are not known. */
export async function provokeUntrustedDocuments(narrator: Narrator): Promise<void> {
  await narrator.showText("A document, where only trusted ones are answered", "{ syncPolicy { nameKeyVersion } }");
  await narrator.showHttp("A hash that is in no manifest", posting('{"documentId":"1"}'));
}

/** Shows what is answered to the second of two requests, where one may be made in a minute. */
export async function provokeRateLimit(narrator: Narrator): Promise<void> {
  await narrator.ask("sync-policy");
  await narrator.showHttp(
    "More requests than may be made in a minute",
    posting('{"query":"{ syncPolicy { version } }"}'),
  );
}

function posting(body: string): HttpRequest {
  return { method: "POST", path: "/graphql", headers: { "content-type": "application/json" }, body };
}
