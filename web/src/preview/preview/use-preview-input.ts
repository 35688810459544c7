import { useMemo } from "react";
import type { PreviewAuthenticationInput } from "../graphql/graphql.js";
import { useDebounced } from "../use-debounced.js";
import type { TypedCertificate } from "./certificate-fields.js";

/** Fast enough to be felt as at once, and slow enough not to ask for every letter. */
export const SETTLES_MS = 250;

/** What is to be previewed, once the typing settles; null where no name was typed. */
export function usePreviewInput(accountId: string, name: string, certificate: TypedCertificate) {
  const typed = useMemo(() => inputOf(accountId, name, certificate), [accountId, name, certificate]);
  const input = useDebounced(typed, SETTLES_MS);
  return { input, isSettled: input === typed };
}

/** Without a number there is no certificate: a preview can do without one. */
function inputOf(accountId: string, name: string, certificate: TypedCertificate): PreviewAuthenticationInput | null {
  if (name.trim() === "") return null;
  const hasCertificate = certificate.number.trim() !== "";
  return { accountId, enterpriseName: name, ...(hasCertificate && { certificate }) };
}
