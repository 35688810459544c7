import { type RefObject, useEffect, useRef } from "react";

/** Moves the focus to the content where the place changes: the link that led there is gone, and the focus with it. */
export function useFocusOnArrival(content: RefObject<HTMLElement | null>, place: string | null): void {
  const last = useRef(place);
  useEffect(() => {
    if (last.current === place) return;
    last.current = place;
    content.current?.focus();
  }, [content, place]);
}
