import type { Narrator } from "./narrator.js";
import { NAME_AFTER, type TheGroup, UNKNOWN_ID } from "./the-group.js";

interface Committed {
  readonly snapshotId: string;
  readonly synchronizationId: string;
}

/** Shows how what is there now is read. */
export async function browseTheGroup(narrator: Narrator, group: TheGroup, committed: Committed): Promise<void> {
  await narrator.show("A member whose own authentication was replaced by its master's", "enterprise-account", {
    id: group.authenticatedMemberId,
  });
  await narrator.show("The members of a master that bear a name", "members-of-account", {
    id: group.masterId,
    filter: { enterpriseName: NAME_AFTER, authenticationStatus: "AUTHENTICATED" },
  });

  const page = { first: 2, filter: { role: "MEMBER" } };
  const first = await narrator.show("The first page of a list", "enterprise-accounts", page);
  const after = first.text("enterpriseAccounts.pageInfo.endCursor");
  await narrator.show("The page after it", "enterprise-accounts", { ...page, after });

  await narrator.show("What a commit carried to members", "node", { id: committed.synchronizationId });
  await narrator.show("Several things at once, one of which is not there", "nodes", {
    ids: [group.masterId, committed.snapshotId, UNKNOWN_ID],
  });
}

/** Shows the rule itself. */
export async function consultTheRule(narrator: Narrator): Promise<void> {
  await narrator.show("The whole rule", "sync-policy");
  const names = { nameBefore: "Example Ltd", nameAfter: "Example Holdings Ltd", memberName: "EXAMPLE  LTD" };
  await narrator.show("One member's decision, without any account", "evaluate-sync-policy", {
    input: { ...names, memberStatus: "NOT_AUTHENTICATED" },
  });
}
