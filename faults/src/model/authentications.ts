import type { Answer, SeenDecision } from "../load/answer.js";
import type { Operation } from "../load/operation.js";
import { seen } from "./account.js";
import type { Effect, ResultIds } from "./effect.js";
import type { Authentication, Group } from "./group.js";

type Commit = Extract<Operation, { kind: "commit" }>;

/** What a preview showed, which a commit can be held to. */
export interface Shown extends Authentication {
  readonly revision: number;
}

interface CommitTerms {
  /** What the preview showed that it is held to; null where it is held to none. */
  readonly shown: Shown | null;
  readonly ids: ResultIds;
}

/** What a first authentication would do to each member. */
export function preview(group: Group, { accountId, name, certificate }: Authentication): Effect {
  const account = group.account(accountId);
  if (account.history.length > 0) return { group, answer: alreadyAuthenticated(group, accountId) };
  const nodes = group.decisionsOn({ accountId, name, certificate });
  const answer = {
    __typename: "AuthenticationPreview",
    account: seen(account),
    nameBefore: account.name,
    nameAfter: name,
    memberCount: nodes.length,
    synchronizedCount: nodes.filter(({ decision }) => decision.synchronized).length,
    breakdown: breakdownOf(nodes),
    members: { nodes },
  };
  return { group, answer };
}

/** Null where there is no id for the snapshot. */
export function commit(group: Group, asked: Commit, { shown, ids: [snapshotId] }: CommitTerms): Effect | null {
  const { accountId } = asked;
  if (group.account(accountId).history.length > 0) return { group, answer: alreadyAuthenticated(group, accountId) };
  if (shown !== null && !isStillSo(shown, asked, group.revision))
    return { group, answer: { __typename: "PreviewStale" } };
  if (snapshotId === undefined) return null;
  const changed = group.authenticate(asked, snapshotId);
  return { group: changed, answer: committed(changed, asked, snapshotId) };
}

/** The answer to a commit, also to one that is repeated: the account is as it is now. */
export function committed(group: Group, { accountId, name, certificate }: Commit, snapshotId: string): Answer {
  const { carried } = group;
  return {
    __typename: "AuthenticationCommitted",
    account: seen(group.account(accountId)),
    snapshot: { id: snapshotId, enterpriseName: name, certificate: { number: certificate } },
    synchronization: carried?.snapshotId === snapshotId ? { id: "", ...carried.told } : null,
  };
}

/** Whether the group has not changed since, and what is committed is what was shown, to the letter. */
function isStillSo(shown: Shown, { accountId, name, certificate }: Authentication, revision: number): boolean {
  const isSame = shown.accountId === accountId && shown.name === name && shown.revision === revision;
  return isSame && (shown.certificate === null || shown.certificate === certificate);
}

function alreadyAuthenticated(group: Group, accountId: string): Answer {
  return { __typename: "AlreadyAuthenticated", account: seen(group.account(accountId)) };
}

function breakdownOf(nodes: readonly SeenDecision[]) {
  const counts = new Map<string, { reason: string; statusBefore: string; count: number }>();
  for (const { statusBefore, decision } of nodes) {
    const key = `${decision.reason} ${statusBefore}`;
    const counted = counts.get(key) ?? { reason: decision.reason, statusBefore, count: 0 };
    counts.set(key, { ...counted, count: counted.count + 1 });
  }
  return [...counts.values()];
}
