import { texts } from "../texts.js";
import { countsOf } from "./counts.js";
import type { Previewed } from "./use-preview.js";

/** A preview in one sentence; empty where there is none. */
export function summaryOf(previewed: Previewed | null): string {
  if (previewed?.answer.__typename !== "AuthenticationPreview") return "";
  const { members, synchronized } = countsOf(previewed.answer);
  return members === 0 ? texts.preview.nobody : texts.preview.headline(synchronized, members);
}
