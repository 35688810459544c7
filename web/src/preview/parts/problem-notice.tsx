import { type Problem, textOf } from "../problem.js";
import { texts } from "../texts.js";
import { Notice } from "./notice.js";

/** Why there is nothing to show, and a way to ask again. */
export function ProblemNotice({ problem, onRetry }: { problem: Problem; onRetry: () => void }) {
  return (
    <Notice tone="failure" urgent title={textOf(problem)}>
      <button type="button" onClick={() => onRetry()}>
        {texts.page.retry}
      </button>
    </Notice>
  );
}
