import { CommitPanel } from "../commit/commit-panel.js";
import type { Committed } from "../commit/use-commit.js";
import type { PreviewAuthenticationInput } from "../graphql/graphql.js";
import { countsOf, type MaskedCounts } from "./counts.js";
import { DecisionList } from "./decision-list.js";
import { Headline } from "./headline.js";
import { OverwrittenWarning } from "./overwritten-warning.js";
import { Picture } from "./picture.js";

interface PreviewedMembersProps {
  readonly input: PreviewAuthenticationInput;
  readonly preview: MaskedCounts & { readonly previewToken: string; readonly nameAfter: string };
  /** Something else was typed since. */
  readonly isOutdated: boolean;
  readonly nameNow: string;
  readonly onAgain: () => void;
  readonly onCommitted: (committed: Committed) => void;
  readonly onCertificateNeeded: () => void;
}

/** A preview: the numbers, what to mind, the way to commit it, and each member's decision. */
export function PreviewedMembers({ input, preview, isOutdated, onAgain, ...on }: PreviewedMembersProps) {
  const counts = countsOf(preview);
  const { previewToken, nameAfter } = preview;
  return (
    <div className={isOutdated ? "previewed outdated" : "previewed"}>
      <Headline counts={counts} />
      {counts.members > 0 && <Picture counts={counts} hasCertificate={input.certificate != null} />}
      {counts.overwritten > 0 && (
        <OverwrittenWarning count={counts.overwritten} hasCertificate={input.certificate != null} />
      )}
      <CommitPanel
        // Another preview is another attempt to commit, with an idempotency key of its own.
        key={previewToken}
        input={input}
        preview={preview}
        isOutdated={isOutdated}
        onAgain={onAgain}
        {...on}
      />
      {counts.members > 0 && (
        <DecisionList input={input} previewToken={previewToken} nameAfter={nameAfter} onAgain={onAgain} />
      )}
    </div>
  );
}
