/** A part of a preview was asked for after its group had changed: what was shown so far and this part would not fit together. */
export class PreviewOutdated extends Error {
  override readonly name = "PreviewOutdated";
  readonly code = "PREVIEW_STALE";

  constructor() {
    super("The group has changed since this preview was made; preview again.");
  }
}
