import { faultIn } from "./graphql/limits/check-documents.js";
import type { TrustedDocuments } from "./graphql/limits/trusted-documents.js";
import { schemaOf } from "./graphql/schema.js";
import type { Settings } from "./infrastructure/settings.js";
import { StartupError } from "./infrastructure/startup-error.js";
import { readManifest } from "./infrastructure/trusted-documents-manifest.js";

/** The documents that the settings name, each of which the service can answer; null for none. @throws StartupError */
export async function trustedDocumentsFor({
  trustedDocuments: settings,
  queryLimits,
}: Settings): Promise<TrustedDocuments | null> {
  if (settings.mode === "off") return null;
  const documents = await readManifest(settings.manifest);
  const fault = faultIn(documents, schemaOf(), queryLimits);
  if (fault === null) return { mode: settings.mode, documents };
  throw new StartupError(
    `TRUSTED_DOCUMENTS_MANIFEST ${settings.manifest}: the document ${fault.hash} cannot be answered. ${oneLine(fault.problem)}`,
    78,
  );
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ");
}
