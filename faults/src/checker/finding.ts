import type { Findings } from "../scenario.js";

/** Something that the checker found, in one sentence. */
export interface Finding {
  readonly kind: keyof Findings;
  readonly message: string;
  /** What was asked about the group and what the database holds of it, for whoever looks for the reason. */
  readonly evidence?: string;
}

export function counted(findings: readonly Finding[]): Findings {
  const count = (kind: Finding["kind"]) => findings.filter((finding) => finding.kind === kind).length;
  return { lost: count("lost"), twice: count("twice"), torn: count("torn"), unexplained: count("unexplained") };
}
