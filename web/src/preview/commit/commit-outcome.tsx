import { Notice } from "../parts/notice.js";
import { countsOf } from "../preview/counts.js";
import { textOf } from "../problem.js";
import { messageOf } from "../refusal.js";
import { texts } from "../texts.js";
import type { CommitRefusal, CommitState } from "./use-commit.js";

/** Why an attempt to commit has not led to a commit, or is not known to have. */
export function CommitOutcome({ state, onAgain }: { state: CommitState; onAgain: () => void }) {
  switch (state.kind) {
    case "ready":
    case "sending":
      return null;
    case "unknown":
      return (
        <Notice tone="warning" urgent title={texts.commit.unknown}>
          <p>{texts.commit.unknownMore}</p>
        </Notice>
      );
    case "failed":
      return <Notice tone="failure" urgent title={textOf(state.problem)} />;
    case "refused":
      return (
        <Notice tone="warning" urgent title={titleOf(state.refusal)}>
          {state.refusal.__typename === "PreviewStale" && <p>{now(state.refusal)}</p>}
          <button type="button" className="primary" onClick={onAgain}>
            {texts.preview.again}
          </button>
        </Notice>
      );
  }
}

function titleOf(refusal: CommitRefusal): string {
  switch (refusal.__typename) {
    case "PreviewStale":
      return texts.commit.stale;
    case "AccountNotFound":
      return texts.commit.notFound;
    case "AlreadyAuthenticated":
      return texts.commit.already;
    case "IdempotencyKeyReused":
      return texts.commit.keyReused;
    default:
      return texts.commit.refused(messageOf(refusal));
  }
}

function now({ currentPreview }: Extract<CommitRefusal, { __typename: "PreviewStale" }>): string {
  const { synchronized, members } = countsOf(currentPreview);
  return texts.commit.staleNow(synchronized, members);
}
