import type { EnterpriseName } from "./enterprise-name.js";
import type { SyncReason } from "./sync-decision.js";

/** Why a member is synchronized or, where it is not, what would have to be the same: one sentence, with the names in it. */
export function explain(
  reason: SyncReason,
  { before, after, member }: { before: EnterpriseName; after: EnterpriseName; member: EnterpriseName },
): string {
  const name = quoted(member);
  switch (reason) {
    case "SAME_NAME_BEFORE":
      return `Synchronized because the member's name ${name} is the same as ${quoted(before)}, the master's name before the authentication.`;
    case "SAME_NAME_AFTER":
      return `Synchronized because the member's name ${name} is the same as ${quoted(after)}, the name that the master is authenticated under.`;
    case "DIFFERENT_NAME":
      return before.equals(after)
        ? `Not synchronized because the member's name ${name} is not the same as ${quoted(after)}, the master's name before the authentication and after it; it would have to be.`
        : `Not synchronized because the member's name ${name} is neither the same as ${quoted(before)}, the master's name before the authentication, nor as ${quoted(after)}, the name that the master is authenticated under; it would have to be the same as one of them.`;
  }
}

function quoted(name: EnterpriseName): string {
  return `"${name.value}"`;
}
