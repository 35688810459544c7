import { summaryOf } from "./summary.js";
import type { Previewed } from "./use-preview.js";

/** The answer in a line next to what is typed, for a narrow screen, where the preview itself lies further down. */
export function Brief({ previewed }: { previewed: Previewed | null }) {
  const summary = summaryOf(previewed);
  if (summary === "") return null;
  // It is read out by the preview, and once is enough.
  return (
    <p className="brief" aria-hidden="true">
      {summary}
    </p>
  );
}
