import { describe, expect, test } from "@jest/globals";
import { Synchronization } from "../../src/domain/synchronization.js";
import { aCertificate, aMaster, aMember, aName, aSnapshot, CREDIT_CODES } from "../support/samples.js";

const master = aMaster("甲（集团）公司");
const snapshot = aSnapshot(master, {
  enterpriseName: aName("乙（集团）公司"),
  certificate: aCertificate({ number: CREDIT_CODES[0] }),
});

function theSynchronization(nameBefore = master.enterpriseName): Synchronization {
  return Synchronization.of({ id: "a synchronization", revision: 5, nameBefore, snapshot });
}

describe("a synchronization", () => {
  test("is of the group of its snapshot, and committed when that was authenticated", () => {
    const { id, revision, groupId, committedAt } = theSynchronization();

    expect({ id, revision, groupId, committedAt }).toEqual({
      id: "a synchronization",
      revision: 5,
      groupId: master.id,
      committedAt: snapshot.authenticatedAt,
    });
  });

  test("is decided by the names before and after", () => {
    const { policy, nameBefore, nameAfter } = theSynchronization();

    expect([nameBefore, nameAfter]).toEqual([aName("甲（集团）公司"), aName("乙（集团）公司")]);
    expect(policy.decide(aMember("甲(集团)公司")).reason).toBe("SAME_NAME_BEFORE");
    expect(policy.decide(aMember("乙(集团)公司")).reason).toBe("SAME_NAME_AFTER");
    expect(policy.decide(aMember("丙(集团)公司")).reason).toBe("DIFFERENT_NAME");
  });

  test("confirms a member with the snapshot's certificate, and replaces another's", () => {
    const { policy } = theSynchronization();
    const authenticatedWith = (number: string) =>
      aMember("乙(集团)公司", { authenticated: true, certificate: aCertificate({ number }) });

    expect(policy.decide(authenticatedWith(CREDIT_CODES[0])).effect).toBe("CONFIRM");
    expect(policy.decide(authenticatedWith(CREDIT_CODES[1])).effect).toBe("REPLACE");
  });

  test("reaches the names before and after, by their keys", () => {
    expect(theSynchronization().nameKeys).toEqual(["甲(集团)公司", "乙(集团)公司"]);
    expect(theSynchronization(aName("乙(集团) 公司")).nameKeys).toEqual(["乙(集团)公司"]);
  });
});
