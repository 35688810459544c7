import { useId } from "react";
import type { Committed } from "../commit/use-commit.js";
import { Notice } from "../parts/notice.js";
import { ProblemNotice } from "../parts/problem-notice.js";
import { messageOf } from "../refusal.js";
import { texts } from "../texts.js";
import { PreviewedMembers } from "./previewed-members.js";
import { StaleNotice } from "./stale-notice.js";
import { summaryOf } from "./summary.js";
import type { Previewed, usePreview } from "./use-preview.js";

interface PreviewOutcomeProps {
  readonly preview: ReturnType<typeof usePreview>;
  readonly nameNow: string;
  /** Nothing to preview was typed yet. */
  readonly isWaiting: boolean;
  readonly onCommitted: (committed: Committed) => void;
  readonly onCertificateNeeded: () => void;
  readonly onOutdated: () => void;
}

/** What the authentication would do, or why that cannot be said. What it said before stays while it is being updated. */
export function PreviewOutcome({ preview, nameNow, isWaiting, ...on }: PreviewOutcomeProps) {
  const { previewed, problem, isUpdating, again } = preview;
  const heading = useId();
  return (
    <section className="outcome" aria-labelledby={heading} aria-busy={isUpdating && !isWaiting}>
      <div className="outcome-heading">
        <h2 id={heading}>{texts.preview.title}</h2>
        {isUpdating && !isWaiting && <p className="updating">{texts.preview.updating}</p>}
      </div>
      <p className="visually-hidden" role="status">
        {isWaiting || isUpdating || problem ? "" : summaryOf(previewed)}
      </p>
      {content()}
    </section>
  );

  function content() {
    if (isWaiting) return <p className="quiet">{texts.preview.waiting}</p>;
    if (problem?.kind === "stale") return <StaleNotice onAgain={again} />;
    if (problem && problem.kind !== "input") return <ProblemNotice problem={problem} onRetry={again} />;
    return (
      <>
        {problem && <p className="quiet">{previewed ? texts.preview.failedSince : texts.preview.failed}</p>}
        {previewed && answered(previewed)}
      </>
    );
  }

  function answered({ input, answer }: Previewed) {
    switch (answer.__typename) {
      case "AuthenticationPreview":
        return (
          <PreviewedMembers
            input={input}
            preview={answer}
            isOutdated={isUpdating || problem !== null}
            nameNow={nameNow}
            onAgain={again}
            onCommitted={on.onCommitted}
            onCertificateNeeded={on.onCertificateNeeded}
          />
        );
      case "AccountNotFound":
        return <Notice tone="failure" urgent title={texts.account.notFound} />;
      case "AlreadyAuthenticated":
        return (
          <Notice tone="warning" urgent title={texts.preview.already}>
            <button type="button" onClick={on.onOutdated}>
              {texts.preview.showAccount}
            </button>
          </Notice>
        );
      default:
        return <Notice tone="failure" urgent title={messageOf(answer)} />;
    }
  }
}
