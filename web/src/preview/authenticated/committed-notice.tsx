import { useEffect, useRef } from "react";
import type { Committed } from "../commit/use-commit.js";
import { Notice } from "../parts/notice.js";
import { CHOICE } from "../place.js";
import { texts } from "../texts.js";

/** Says that it is done, and how far it reached. It takes the focus, since what had it is gone. */
export function CommittedNotice({ committed: { replayed, synchronization } }: { committed: Committed }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus(), []);
  const { done, replayed: doneBefore, carried, carriedNone, another } = texts.authenticated;
  return (
    <div ref={place} tabIndex={-1}>
      <Notice tone="success" urgent title={replayed ? doneBefore : done}>
        <p>{synchronization ? carried(synchronization.synchronizedCount) : carriedNone}</p>
        <p>
          <a href={CHOICE}>{another}</a>
        </p>
      </Notice>
    </div>
  );
}
