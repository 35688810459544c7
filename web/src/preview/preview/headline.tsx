import { texts } from "../texts.js";
import type { Counts } from "./counts.js";

/** The answer in one line. */
export function Headline({ counts: { synchronized, members } }: { counts: Counts }) {
  if (members === 0) return <p>{texts.preview.nobody}</p>;
  return (
    <p className="headline">
      <strong>{texts.number(synchronized)}</strong> <span>{texts.preview.of(members)}</span>
    </p>
  );
}
