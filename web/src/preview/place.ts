import { useMemo, useSyncExternalStore } from "react";

/** What the page shows: an account, or the choice of one, and the name it would be authenticated under. */
export interface Place {
  readonly accountId: string | null;
  readonly name: string;
}

/** The place in the page's address, wherever the visitor goes: by a link, back and forward, or by typing. */
export function usePlace(): Place {
  const fragment = useSyncExternalStore(subscribe, () => window.location.hash);
  return useMemo(() => placeIn(fragment), [fragment]);
}

/** Where accounts are chosen. */
export const CHOICE = "#";

/** The address of a place. It follows the #, since what stands before it is sent to servers and ends up in their logs. */
export function addressOf({ accountId, name = "" }: { accountId: string | null; name?: string }): string {
  if (accountId === null) return CHOICE;
  return `#${new URLSearchParams({ account: accountId, ...(name !== "" && { name }) })}`;
}

/** Goes to a place. Going back leads to where the visitor was before. */
export function goTo(place: Place): void {
  window.location.hash = addressOf(place);
}

/** Goes to a place that is the same but for a detail: going back leads to before both. */
export function replacePlace(place: Place): void {
  window.history.replaceState(null, "", addressOf(place));
  window.dispatchEvent(new HashChangeEvent("hashchange"));
}

function placeIn(fragment: string): Place {
  const parameters = new URLSearchParams(fragment.slice(1));
  return { accountId: parameters.get("account") || null, name: parameters.get("name") ?? "" };
}

function subscribe(onChange: () => void): () => void {
  window.addEventListener("hashchange", onChange);
  return () => window.removeEventListener("hashchange", onChange);
}
