import { describe, expect, test } from "@jest/globals";
import { AuthenticationRecord } from "../../src/domain/authentication-record.js";
import { Synchronization } from "../../src/domain/synchronization.js";
import { aMaster, aName, aSnapshot } from "../support/samples.js";

const master = aMaster("甲公司");
const snapshot = aSnapshot(master, {
  enterpriseName: aName("乙公司"),
  authenticatedAt: new Date("2025-04-05T06:07:08.009Z"),
});

const reasons: readonly [nameBefore: string, memberName: string, reason: string][] = [
  ["甲公司", "甲 公司", "SAME_NAME_BEFORE"],
  ["甲公司", "乙 公司", "SAME_NAME_AFTER"],
  ["乙公司", "乙 公司", "SAME_NAME_BEFORE"],
];

describe("an entry of an account's history", () => {
  test("has no reason when the account was authenticated by itself", () => {
    expect(AuthenticationRecord.own(snapshot, 4)).toEqual({
      revision: 4,
      snapshot,
      origin: "OWN",
      reason: null,
      recordedAt: snapshot.authenticatedAt,
    });
  });

  test.each(reasons)("says why it was synchronized: from %s, member %s, %s", (nameBefore, memberName, reason) => {
    const synchronization = Synchronization.of({
      id: "a synchronization",
      revision: 5,
      nameBefore: aName(nameBefore),
      snapshot,
    });

    expect(AuthenticationRecord.synchronized(synchronization, aName(memberName).key)).toEqual({
      revision: 5,
      snapshot,
      origin: "SYNCHRONIZED",
      reason,
      recordedAt: snapshot.authenticatedAt,
    });
  });
});
