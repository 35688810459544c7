import { useEffect, useState } from "react";
import { replacePlace, usePlace } from "../place.js";
import { useDebounced } from "../use-debounced.js";
import { SETTLES_MS } from "./use-preview-input.js";

/**
 * The name as it is typed. Once it settles it is part of the page's address, and where the address changes by itself, as by
 * going back, it follows.
 */
export function useTypedName(accountId: string): [name: string, type: (name: string) => void] {
  const { name: nameInAddress } = usePlace();
  const [typed, setTyped] = useState(nameInAddress);
  const [seen, setSeen] = useState(nameInAddress);
  if (seen !== nameInAddress) {
    setSeen(nameInAddress);
    setTyped(nameInAddress);
  }

  const settled = useDebounced(typed, SETTLES_MS);
  useEffect(() => {
    if (settled === typed && settled !== nameInAddress) replacePlace({ accountId, name: settled });
  }, [accountId, settled, typed, nameInAddress]);

  return [typed, setTyped];
}
