import { PreviewToken } from "../../application/preview-token.js";
import { seal, unseal } from "../connections/opaque.js";
import { BadUserInput } from "../errors/bad-user-input.js";

const VERSION = "preview-1";
const DIGEST = /^[\w-]{43}$/;

export function sealPreviewToken({ revision, subject, certificate }: PreviewToken): string {
  return seal([VERSION, revision, subject, certificate]);
}

/** The token in `input.previewToken`. @throws BadUserInput for a text that is no token */
export function previewTokenIn(text: string | null | undefined): PreviewToken | null {
  if (text === null || text === undefined) return null;
  const [version, revision, subject, certificate, ...rest] = unseal(text) ?? [];
  const isToken = version === VERSION && rest.length === 0;
  if (!isToken || !isRevision(revision) || !isDigest(subject) || !(certificate === null || isDigest(certificate))) {
    throw new BadUserInput(["input", "previewToken"], "This is not the token of a preview.", "INVALID_PREVIEW_TOKEN");
  }
  return new PreviewToken(revision, subject, certificate);
}

function isRevision(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) > 0;
}

function isDigest(value: unknown): value is string {
  return typeof value === "string" && DIGEST.test(value);
}
