import { extname } from "node:path";

export const FILE_FORMATS = ["csv", "jsonl"] as const;

export type FileFormat = (typeof FILE_FORMATS)[number];

/** The format of a file by its extension; CSV where that says nothing. */
export function formatOf(path: string, given?: FileFormat): FileFormat {
  return given ?? ([".jsonl", ".ndjson"].includes(extname(path).toLowerCase()) ? "jsonl" : "csv");
}
