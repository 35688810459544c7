import { describe, expect, test } from "@jest/globals";
import type { EnterpriseAccount } from "../../src/domain/enterprise-account.js";
import { aMaster, aMember, aName, aSnapshot, newId } from "../support/samples.js";

const masterId = newId();
const memberId = newId();

function theMaster(): EnterpriseAccount {
  return aMaster("北京示例", { id: masterId });
}

function theMember(): EnterpriseAccount {
  return aMember("示例科技", { id: memberId, groupId: masterId, revision: 3 });
}

describe("a master account", () => {
  test("is its own group's master, at the first revision, and not authenticated", () => {
    expect(theMaster()).toMatchObject({
      id: masterId,
      groupId: masterId,
      role: "MASTER",
      masterId: null,
      enterpriseName: aName("北京示例"),
      revision: 1,
      authentication: null,
    });
  });

  test("is authenticated by itself", () => {
    const snapshot = aSnapshot(theMaster(), { enterpriseName: aName("北京示例（集团）") });

    const authenticated = theMaster().authenticate(snapshot, 2);

    expect(authenticated).toMatchObject({
      enterpriseName: aName("北京示例（集团）"),
      isAuthenticated: true,
      authenticationStatus: "AUTHENTICATED",
      authenticationOrigin: "OWN",
      role: "MASTER",
      revision: 2,
    });
    expect(authenticated.authentication).toBe(snapshot);
  });
});

describe("an account's reference", () => {
  const snapshot = aSnapshot(theMaster());

  test.each<[change: string, changed: (account: EnterpriseAccount) => EnterpriseAccount]>([
    ["a new name", (account) => account.rename(aName("示例科技"), 4)],
    ["an authentication", (account) => account.authenticate(snapshot, 4)],
    ["its master's authentication", (account) => account.synchronize(snapshot)],
  ])("stays with %s", (_change, changed) => {
    const member = aMember("示例", { reference: "Ref 7" });

    expect(changed(member).reference).toBe("Ref 7");
  });

  test("is null where none is given", () => {
    expect([theMaster().reference, theMember().reference]).toEqual([null, null]);
  });
});

describe("a member account", () => {
  test("belongs to its master, and is not authenticated", () => {
    expect(theMember()).toMatchObject({
      id: memberId,
      groupId: masterId,
      role: "MEMBER",
      masterId,
      enterpriseName: aName("示例科技"),
      revision: 3,
      isAuthenticated: false,
      authenticationStatus: "NOT_AUTHENTICATED",
      authenticationOrigin: null,
      authentication: null,
    });
  });

  test("is authenticated by itself", () => {
    const snapshot = aSnapshot(theMember(), { enterpriseName: aName("示例科技有限公司") });

    const authenticated = theMember().authenticate(snapshot, 4);

    expect(authenticated).toMatchObject({
      enterpriseName: aName("示例科技有限公司"),
      authenticationStatus: "AUTHENTICATED",
      authenticationOrigin: "OWN",
      masterId,
      revision: 4,
    });
  });

  test("shares its master's authentication once it is synchronized, and keeps its own revision", () => {
    const snapshot = aSnapshot(theMaster(), { enterpriseName: aName("北京示例（集团）") });

    const synchronized = theMember().synchronize(snapshot);

    expect(synchronized).toMatchObject({
      id: memberId,
      masterId,
      enterpriseName: aName("北京示例（集团）"),
      isAuthenticated: true,
      authenticationStatus: "AUTHENTICATED",
      authenticationOrigin: "SYNCHRONIZED",
      revision: 3,
    });
    expect(synchronized.authentication).toBe(snapshot);
  });

  test("loses the authentication of its own when it is synchronized", () => {
    const snapshot = aSnapshot(theMaster());
    const authenticated = aMember("示例科技", { groupId: masterId, authenticated: true });

    const synchronized = authenticated.synchronize(snapshot);

    expect(authenticated.authenticationOrigin).toBe("OWN");
    expect(synchronized.authenticationOrigin).toBe("SYNCHRONIZED");
    expect(synchronized.enterpriseName).toEqual(aName("北京示例"));
  });

  test("has an authentication of its own again when it is authenticated after it was synchronized", () => {
    const synchronized = theMember().synchronize(aSnapshot(theMaster()));

    const authenticated = synchronized.authenticate(aSnapshot(synchronized), 5);

    expect(authenticated).toMatchObject({ authenticationOrigin: "OWN", revision: 5 });
  });
});

describe("an account", () => {
  test("bears another name once it is renamed, and stays what it is", () => {
    const renamed = theMember().rename(aName("示例网络"), 7);

    const { enterpriseName, revision, ...rest } = theMember();
    expect(renamed).toMatchObject({ ...rest, role: "MEMBER" });
    expect(renamed).toMatchObject({ enterpriseName: aName("示例网络"), revision: 7 });
  });

  test("is not renamed once it is authenticated", () => {
    const authenticated = theMember().authenticate(aSnapshot(theMember()), 7);

    expect(() => authenticated.rename(aName("示例网络"), 8)).toThrow("through authentication only");
  });

  test("keeps the day it was registered, whatever comes in force for it", () => {
    const createdAt = new Date("2024-02-29T00:00:00.000Z");
    const master = aMaster("北京示例", { createdAt });

    expect(master.rename(aName("示例"), 2).authenticate(aSnapshot(master), 3).createdAt).toEqual(createdAt);
    expect(aMember("示例科技", { createdAt }).synchronize(aSnapshot(master)).createdAt).toEqual(createdAt);
  });

  const changes: readonly [change: string, of: (account: EnterpriseAccount) => EnterpriseAccount][] = [
    ["renamed", (account) => account.rename(aName("示例网络"), 4)],
    ["authenticated", (account) => account.authenticate(aSnapshot(account), 4)],
    ["synchronized", (account) => account.synchronize(aSnapshot(theMaster()))],
  ];

  test.each(changes)("is another object when it is %s, and the one before is as it was", (_change, of) => {
    const account = theMember();

    const changed = of(account);

    expect(changed).not.toEqual(account);
    expect(account).toEqual(theMember());
  });
});
