import { useId, useState } from "react";
import type { PreviewAuthenticationInput } from "../graphql/graphql.js";
import { countsOf, type MaskedCounts } from "../preview/counts.js";
import { texts } from "../texts.js";
import { CommitDialog } from "./commit-dialog.js";
import { type Committed, useCommit } from "./use-commit.js";

interface CommitPanelProps {
  readonly input: PreviewAuthenticationInput;
  readonly preview: MaskedCounts & { readonly previewToken: string; readonly nameAfter: string };
  readonly nameNow: string;
  /** Something else was typed since: it is not what would be committed. */
  readonly isOutdated: boolean;
  readonly onAgain: () => void;
  readonly onCommitted: (committed: Committed) => void;
  readonly onCertificateNeeded: () => void;
}

/** The way from a preview to its commit. A commit needs a certificate, which a preview can do without. */
export function CommitPanel({ input, preview, nameNow, isOutdated, onAgain, ...on }: CommitPanelProps) {
  const { state, begin, commit } = useCommit(on.onCommitted);
  const [isOpen, setIsOpen] = useState(false);
  const heading = useId();
  const { certificate } = input;

  function open() {
    if (isOutdated) return;
    if (!certificate) return on.onCertificateNeeded();
    begin();
    setIsOpen(true);
  }

  return (
    <section className="commit card" aria-labelledby={heading}>
      <div>
        <h3 id={heading}>{texts.commit.title}</h3>
        <p className="quiet">{texts.commit.lead}</p>
      </div>
      <button type="button" className="primary" aria-disabled={isOutdated} onClick={open}>
        {texts.commit.open}
      </button>
      {isOpen && certificate && (
        <CommitDialog
          nameNow={nameNow}
          nameAfter={preview.nameAfter}
          certificate={certificate}
          counts={countsOf(preview)}
          state={state}
          onCommit={() => commit({ ...input, certificate, previewToken: preview.previewToken })}
          onAgain={onAgain}
          onClose={() => setIsOpen(false)}
        />
      )}
    </section>
  );
}
