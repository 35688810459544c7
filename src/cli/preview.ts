import type { AuthenticationPreview } from "../application/authentication-preview.js";
import type { AuthenticationRequest } from "../application/authentication-request.js";
import { PreviewOutdated } from "../application/preview-outdated.js";
import type { UseCases } from "../use-cases.js";
import { type AuthenticationOptions, authenticationIn } from "./authentication-options.js";
import { withUseCases } from "./database.js";
import { EXIT, type ExitCode } from "./exit-codes.js";
import { CommandFailure } from "./failure.js";
import { type Format, writeResult } from "./output.js";
import { asJson, asWords, type Previewed, previewed } from "./previewed.js";

export interface PreviewOptions extends AuthenticationOptions, Format {
  readonly first: number;
}

/** Shows what an account's first authentication would do. */
export async function showPreview(accountId: string, options: PreviewOptions): Promise<ExitCode> {
  const request = { accountId, ...(await authenticationIn(options)) };
  const shown = await withUseCases((useCases) => previewOf(request, options.first, useCases));
  await writeResult(options, asJson(shown), asWords(shown));
  return EXIT.done;
}

/** @throws CommandFailure where it is refused, or the group changes under it */
export async function previewOf(request: AuthenticationRequest, first: number, useCases: UseCases): Promise<Previewed> {
  const result = await useCases.preview.execute(request);
  if (result.kind !== "AuthenticationPreview") throw CommandFailure.refusedBy(result);
  return partsOf(result, first, useCases);
}

async function partsOf(preview: AuthenticationPreview, first: number, useCases: UseCases): Promise<Previewed> {
  try {
    return await previewed(preview, first, useCases);
  } catch (error) {
    if (error instanceof PreviewOutdated) throw new CommandFailure(EXIT.refused, error.code, error.message);
    throw error;
  }
}
