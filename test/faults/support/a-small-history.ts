import type { Stored, StoredAccount, StoredGroup } from "../../../faults/src/checker/stored.js";
import type { Answer, SeenAccount } from "../../../faults/src/load/answer.js";
import type { RecordedRequest } from "../../../faults/src/load/history.js";
import type { Operation } from "../../../faults/src/load/operation.js";

export const BEFORE = "北京示例（集团）有限公司";
export const BEFORE_SPELLED_OTHERWISE = "北京示例(集团) 有限公司";
export const AFTER = "ACME Trading Ltd";
export const OTHER = "Example-Werke GmbH";
export const CERTIFICATE = "91990000TT0000015J";

/** When a request was made and answered. */
export type Time = readonly [begin: number, end: number];

/** A request that was answered at the first attempt, or by none. */
export function asked(id: string, [begin, end]: Time, operation: Operation, answer: Answer | null): RecordedRequest {
  const kind = answer === null ? "no answer" : "200";
  return { id, group: "a group", key: id, operation, attempts: [{ begin, end, kind }], answer };
}

/** The same request, whose first answer was lost. */
export function askedAgain(request: RecordedRequest, [begin, end]: Time, answer: Answer): RecordedRequest {
  const [first] = request.attempts;
  const lost = { begin: first?.begin ?? 0, end: first?.end ?? 0, kind: "no answer" };
  return { ...request, attempts: [lost, { begin, end, kind: "200" }], answer };
}

export function notAuthenticated(id: string, enterpriseName: string): SeenAccount {
  const status = "NOT_AUTHENTICATED";
  return { id, enterpriseName, authenticationStatus: status, authenticationOrigin: null, authentication: null };
}

export function authenticated(id: string, enterpriseName: string, snapshotId: string): SeenAccount {
  return {
    id,
    enterpriseName,
    authenticationStatus: "AUTHENTICATED",
    authenticationOrigin: "OWN",
    authentication: { id: snapshotId },
  };
}

export const masterRegistered = asked(
  "register the master",
  [0, 1],
  { kind: "registerMaster", name: BEFORE },
  { __typename: "MasterAccountRegistered", account: notAuthenticated("master", BEFORE), replayed: false },
);

export const memberRegistered = asked(
  "register the member",
  [2, 3],
  { kind: "registerMember", masterId: "master", name: BEFORE_SPELLED_OTHERWISE },
  {
    __typename: "MemberAccountRegistered",
    account: notAuthenticated("member", BEFORE_SPELLED_OTHERWISE),
    replayed: false,
  },
);

/** Reaches the member. */
export const committed = asked(
  "commit",
  [10, 20],
  { kind: "commit", accountId: "master", name: AFTER, certificate: CERTIFICATE, preview: null },
  {
    __typename: "AuthenticationCommitted",
    account: authenticated("master", AFTER, "snapshot"),
    replayed: false,
    snapshot: { id: "snapshot", enterpriseName: AFTER, certificate: { number: CERTIFICATE } },
    synchronization: { id: "synchronization", nameBefore: BEFORE, nameAfter: AFTER, synchronizedCount: 1 },
  },
);

export const master: StoredAccount = {
  id: "master",
  name: AFTER,
  snapshotId: "snapshot",
  ownSnapshotId: "snapshot",
  revision: 3,
};
export const member: StoredAccount = {
  id: "member",
  name: AFTER,
  snapshotId: "snapshot",
  ownSnapshotId: null,
  revision: 2,
};

/** The group as it is after the three requests. */
export const group: StoredGroup = {
  id: "master",
  revision: 3,
  accounts: [master, member],
  snapshots: [{ id: "snapshot", accountId: "master", name: AFTER, certificate: CERTIFICATE }],
  histories: [
    { accountId: "master", revision: 3, snapshotId: "snapshot", isSynchronized: false },
    { accountId: "member", revision: 3, snapshotId: "snapshot", isSynchronized: true },
  ],
  synchronizations: [{ id: "synchronization", revision: 3, nameBefore: BEFORE, snapshotId: "snapshot" }],
};

const KEYS = {
  "register the master": ["master"],
  "register the member": ["member"],
  commit: ["snapshot"],
};

/** A database that holds the group, with what is said to be different. */
export function stored(different: Partial<StoredGroup> = {}, keys: Record<string, string[]> = {}): Stored {
  const allKeys = Object.entries({ ...KEYS, ...keys }).filter(([, ids]) => ids.length > 0);
  return { groups: new Map([["master", { ...group, ...different }]]), keys: new Map(allKeys) };
}
