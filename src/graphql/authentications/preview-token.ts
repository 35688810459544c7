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
  if (
    version !== VERSION ||
    !isRevision(revision) ||
    !isDigest(subject) ||
    !isDigest(certificate ?? subject) ||
    rest.length
  ) {
    throw new BadUserInput(["input", "previewToken"], "This is not the token of a preview.", "INVALID_PREVIEW_TOKEN");
  }
  return new PreviewToken(revision, subject, (certificate as string | null | undefined) ?? null);
}

function isRevision(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) > 0;
}

function isDigest(value: unknown): value is string {
  return typeof value === "string" && DIGEST.test(value);
}
