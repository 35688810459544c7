import { useEffect, useId, useRef, useState } from "react";
import type { CertificateInput } from "../graphql/graphql.js";
import { EnterpriseName } from "../parts/enterprise-name.js";
import { Facts } from "../parts/facts.js";
import type { Counts } from "../preview/counts.js";
import { texts } from "../texts.js";
import { CommitOutcome } from "./commit-outcome.js";
import type { CommitState } from "./use-commit.js";

interface CommitDialogProps {
  readonly nameNow: string;
  readonly nameAfter: string;
  readonly certificate: CertificateInput;
  readonly counts: Counts;
  readonly state: CommitState;
  readonly onCommit: () => void;
  readonly onAgain: () => void;
  readonly onClose: () => void;
}

/** Says once more what a commit will do, and takes an explicit yes. */
export function CommitDialog({ nameNow, nameAfter, certificate, counts, state, ...on }: CommitDialogProps) {
  const { members, synchronized, overwritten } = counts;
  const [accepts, setAccepts] = useState(overwritten === 0);
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => dialog.current?.showModal(), []);

  function again() {
    dialog.current?.close();
    on.onAgain();
  }

  const isSending = state.kind === "sending";
  const canSend = accepts && !isSending;
  return (
    <dialog
      ref={dialog}
      aria-labelledby={heading}
      // What is under way cannot be taken back by closing its window.
      onCancel={(event) => isSending && event.preventDefault()}
      onClose={on.onClose}
    >
      <h2 id={heading}>{texts.commit.question}</h2>
      <Facts
        facts={[
          [texts.commit.facts.account, <EnterpriseName key="account" value={nameNow} />],
          [texts.commit.facts.nameAfter, <EnterpriseName key="after" value={nameAfter} />],
          [texts.commit.facts.certificate, texts.commit.certificate(certificate)],
          [texts.commit.facts.members, texts.commit.members(synchronized, members)],
        ]}
      />
      {state.kind !== "refused" && <p>{texts.commit.final}</p>}
      {state.kind !== "refused" && overwritten > 0 && (
        <label className="accept">
          <input type="checkbox" checked={accepts} onChange={({ target }) => setAccepts(target.checked)} />
          <span>{texts.commit.overwrite(overwritten)}</span>
        </label>
      )}
      <CommitOutcome state={state} onAgain={again} />
      <div className="dialog-actions">
        <button type="button" disabled={isSending} onClick={() => dialog.current?.close()}>
          {state.kind === "ready" || isSending ? texts.commit.cancel : texts.commit.close}
        </button>
        {state.kind !== "refused" && (
          <button type="button" className="primary" aria-disabled={!canSend} onClick={() => canSend && on.onCommit()}>
            {isSending && texts.commit.sending}
            {state.kind === "ready" && texts.commit.commit(synchronized)}
            {(state.kind === "unknown" || state.kind === "failed") && texts.page.retry}
          </button>
        )}
      </div>
    </dialog>
  );
}
