import { describe, expect, test } from "@jest/globals";
import { check } from "../../../faults/src/checker/check.js";
import type { Stored } from "../../../faults/src/checker/stored.js";
import type { RecordedRequest } from "../../../faults/src/load/history.js";
import {
  AFTER,
  asked,
  askedAgain,
  BEFORE,
  BEFORE_SPELLED_OTHERWISE,
  CERTIFICATE,
  committed,
  group,
  master,
  masterRegistered,
  member,
  memberRegistered,
  notAuthenticated,
  OTHER,
  stored,
} from "../support/a-small-history.js";

const REQUESTS = [masterRegistered, memberRegistered, committed];

function kindsFound(requests: readonly RecordedRequest[], database: Stored): string[] {
  return [...new Set(check(new Map([["a group", requests]]), database).map(({ kind }) => kind))];
}

/** The member takes another name, so that the commit does not reach it any more. */
function renamed(time: readonly [number, number], answered = true): RecordedRequest {
  return asked(
    "rename the member",
    time,
    { kind: "rename", accountId: "member", name: OTHER },
    answered ? { __typename: "EnterpriseAccountRenamed", account: notAuthenticated("member", OTHER) } : null,
  );
}

/** The group where the member was renamed first, and the commit did not reach it. */
const committedAfterRename: RecordedRequest = {
  ...committed,
  answer: {
    ...(committed.answer as NonNullable<typeof committed.answer>),
    synchronization: { id: "synchronization", nameBefore: BEFORE, nameAfter: AFTER, synchronizedCount: 0 },
  },
};
const afterRename = stored({
  revision: 4,
  accounts: [
    { ...master, revision: 4 },
    { ...member, name: OTHER, snapshotId: null, revision: 3 },
  ],
  histories: [{ accountId: "master", revision: 4, snapshotId: "snapshot", isSynchronized: false }],
  synchronizations: [{ id: "synchronization", revision: 4, nameBefore: BEFORE, snapshotId: "snapshot" }],
});

describe("the checker finds nothing", () => {
  test("where all is kept as it was answered", () => {
    expect(kindsFound(REQUESTS, stored())).toEqual([]);
  });

  test("where a commit has read what a rename beside it wrote, though it was asked for first", () => {
    const requests = [masterRegistered, memberRegistered, committedAfterRename, renamed([15, 30])];

    expect(kindsFound(requests, afterRename)).toEqual([]);
  });

  test("where a rename that nobody answered was done, or was not", () => {
    const lost = renamed([5, 6], false);

    expect(kindsFound([...REQUESTS, lost], stored())).toEqual([]);
    expect(kindsFound([masterRegistered, memberRegistered, lost, committedAfterRename], afterRename)).toEqual([]);
  });

  test("where a commit whose answer was lost is answered again, as things are by then", () => {
    const answer = { ...(committed.answer as NonNullable<typeof committed.answer>), replayed: true };

    expect(kindsFound([masterRegistered, memberRegistered, askedAgain(committed, [40, 50], answer)], stored())).toEqual(
      [],
    );
  });

  test("where a registration that nobody answered was not done", () => {
    const lost = asked("another", [4, 5], { kind: "registerMember", masterId: "master", name: BEFORE }, null);

    expect(kindsFound([...REQUESTS, lost], stored())).toEqual([]);
  });
});

describe("the checker finds lost", () => {
  test.each<[string, Stored]>([
    ["a member that was acknowledged", stored({ accounts: [master], histories: group.histories.slice(0, 1) })],
    ["the key of a registration", stored({}, { "register the member": [] })],
    ["a synchronization", stored({ synchronizations: [] })],
    [
      "a commit, as if it had never been",
      stored({ snapshots: [], synchronizations: [], histories: [] }, { commit: [] }),
    ],
    ["a whole group", { groups: new Map(), keys: new Map() }],
  ])("%s", (_what, database) => {
    expect(kindsFound(REQUESTS, database)).toContain("lost");
  });
});

describe("the checker finds twice", () => {
  test("a member that was registered once more than it was asked for", () => {
    const again = { ...member, id: "the member again", revision: 3 };

    expect(kindsFound(REQUESTS, stored({ revision: 4, accounts: [master, member, again] }))).toContain("twice");
  });

  test("a key that stands for something else than its client was told", () => {
    expect(kindsFound(REQUESTS, stored({}, { "register the member": ["another"] }))).toContain("twice");
  });

  test("a second authentication of a master", () => {
    const second = { id: "second", accountId: "master", name: AFTER, certificate: CERTIFICATE };

    expect(kindsFound(REQUESTS, stored({ snapshots: [...group.snapshots, second] }))).toContain("twice");
  });

  test("a group that nobody asked for", () => {
    const groups = new Map([...stored().groups, ["another", { ...group, id: "another" }]]);

    expect(kindsFound(REQUESTS, { ...stored(), groups })).toContain("twice");
  });

  test("a refusal of what was done", () => {
    const refused = asked("commit", [10, 20], committed.operation, {
      __typename: "AlreadyAuthenticated",
      account: notAuthenticated("master", BEFORE),
    });

    expect(kindsFound([masterRegistered, memberRegistered, refused], stored())).toContain("twice");
  });
});

describe("the checker finds torn", () => {
  test.each<[string, Stored]>([
    ["a snapshot without a history", stored({ histories: group.histories.slice(1) })],
    ["a snapshot that its account does not bear", stored({ accounts: [{ ...master, ownSnapshotId: null }, member] })],
    ["a history without a snapshot", stored({ snapshots: [] })],
    ["a group without a revision", stored({ revision: null })],
    ["an account that is newer than its group", stored({ revision: 1 })],
    ["a key without what it stands for", stored({ accounts: [master] })],
  ])("%s", (_what, database) => {
    expect(kindsFound(REQUESTS, database)).toContain("torn");
  });

  test("a commit that nobody was told of, and that did not carry to the members", () => {
    const requests = [masterRegistered, memberRegistered, { ...committed, answer: null }];

    expect(kindsFound(requests, stored({ synchronizations: [] }))).toEqual(["torn"]);
  });
});

describe("the checker finds no order", () => {
  test("where a commit did not see a rename that was answered before it began", () => {
    const requests = [masterRegistered, memberRegistered, renamed([4, 5]), committed];

    expect(kindsFound(requests, stored())).toEqual(["unexplained"]);
  });

  test("where a commit saw a rename that was asked for after it was answered", () => {
    const requests = [masterRegistered, memberRegistered, committedAfterRename, renamed([30, 40])];

    expect(kindsFound(requests, afterRename)).toEqual(["unexplained"]);
  });

  test.each([
    ["with another change than were asked for", stored({ revision: 4 })],
    ["with a member under another spelling", stored({ accounts: [master, { ...member, name: "Acme trading ltd" }] })],
    ["with a member that was not reached", stored({ accounts: [master, { ...member, snapshotId: null }] })],
    ["with a history that a member does not have", stored({ histories: group.histories.slice(0, 1) })],
    [
      "with another name before",
      stored({ synchronizations: [{ ...group.synchronizations[0], nameBefore: OTHER } as never] }),
    ],
    [
      "with another certificate",
      stored({ snapshots: [{ ...group.snapshots[0], certificate: "91990000TT0000023D" } as never] }),
    ],
  ])("for a group %s", (_what, database) => {
    expect(kindsFound(REQUESTS, database)).toEqual(["unexplained"]);
  });

  test("for a read of what never was", () => {
    const account = notAuthenticated("member", OTHER);
    const read = asked("read", [4, 5], { kind: "read", accountId: "member" }, {
      __typename: "EnterpriseAccount",
      ...account,
    } as never);

    expect(kindsFound([...REQUESTS, read], stored())).toEqual(["unexplained"]);
  });

  test("for a preview that counts a member too many", () => {
    const decision = { synchronized: true, reason: "SAME_NAME_BEFORE", effect: "GRANT", tableCase: 2 } as const;
    const node = {
      member: { id: "member" },
      nameBefore: BEFORE_SPELLED_OTHERWISE,
      statusBefore: "NOT_AUTHENTICATED",
      decision,
    } as const;
    const shown = (memberCount: number) =>
      asked(
        "preview",
        [4, 5],
        { kind: "preview", accountId: "master", name: AFTER, certificate: null },
        {
          __typename: "AuthenticationPreview",
          account: notAuthenticated("master", BEFORE),
          nameBefore: BEFORE,
          nameAfter: AFTER,
          previewToken: "a token",
          memberCount,
          synchronizedCount: 1,
          breakdown: [{ reason: "SAME_NAME_BEFORE", statusBefore: "NOT_AUTHENTICATED", count: 1 }],
          members: { nodes: [node] },
        },
      );

    expect(kindsFound([...REQUESTS, shown(1)], stored())).toEqual([]);
    expect(kindsFound([...REQUESTS, shown(2)], stored())).toEqual(["unexplained"]);
  });

  test("for a first answer that calls itself a repetition", () => {
    const answer = { ...(committed.answer as NonNullable<typeof committed.answer>), replayed: true };

    expect(kindsFound([masterRegistered, memberRegistered, { ...committed, answer }], stored())).toEqual([
      "unexplained",
    ]);
  });
});
