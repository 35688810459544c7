import { Notice } from "../parts/notice.js";
import { texts } from "../texts.js";

/** Says that the group has moved on, and offers to look again. */
export function StaleNotice({ onAgain }: { onAgain: () => void }) {
  return (
    <Notice tone="warning" urgent title={texts.problems.stale}>
      <p>{texts.preview.staleMore}</p>
      <button type="button" className="primary" onClick={onAgain}>
        {texts.preview.again}
      </button>
    </Notice>
  );
}
