import type { DocumentNode } from "graphql";
import { type DocumentSize, sizeOf } from "./document-size.js";
import type { QueryLimits } from "./query-limits.js";
import { QueryTooLarge } from "./query-too-large.js";

/** Apollo Server keeps the documents that are sent again, so that each is measured once: small ones take 30 µs. */
const sizes = new WeakMap<DocumentNode, DocumentSize>();

/** @throws QueryTooLarge for the first bound that a valid document is beyond */
export function checkSize(document: DocumentNode, limits: QueryLimits): void {
  const size = sizes.get(document) ?? sizeOf(document);
  sizes.set(document, size);
  for (const measure of Object.keys(size) as (keyof typeof size)[]) {
    if (size[measure] > limits[measure]) throw new QueryTooLarge(measure, limits[measure], size[measure]);
  }
}
