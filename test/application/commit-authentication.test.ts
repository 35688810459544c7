import { describe, expect, test } from "@jest/globals";
import { AccountNotFound, AlreadyAuthenticated } from "../../src/application/refusals.js";
import { AuthenticationRecord } from "../../src/domain/authentication-record.js";
import { aGroupToCommit } from "../support/a-group-to-commit.js";
import { EVERYTHING, itemsOf } from "../support/pages.js";
import { aCertificate, aName, newId } from "../support/samples.js";

describe("committing an authentication", () => {
  test("puts the name and the certificate in force for the account", async () => {
    const { given, master, committed } = await aGroupToCommit();

    const result = await committed(master);

    expect(result).toMatchObject({
      account: { enterpriseName: { value: "Beta Ltd" }, authenticationStatus: "AUTHENTICATED" },
      snapshot: { accountId: master.id, groupId: master.id, certificate: aCertificate() },
      replayed: false,
    });
    expect(await given.current(master)).toStrictEqual([result.account]);
  });

  test("synchronizes a master's members that bear its name before or after, and nobody else", async () => {
    const { given, master, members, committed } = await aGroupToCommit();

    const { synchronization } = await committed(master);

    const [before, after, other] = await given.current(...members);
    expect(synchronization).toMatchObject({ nameBefore: { value: "Acme Ltd" }, nameAfter: { value: "Beta Ltd" } });
    expect(before).toMatchObject({ enterpriseName: { value: "Beta Ltd" }, authenticationOrigin: "SYNCHRONIZED" });
    expect(after).toMatchObject({ enterpriseName: { value: "Beta Ltd" }, authenticationOrigin: "SYNCHRONIZED" });
    expect(other).toStrictEqual(members[2]);
  });

  test("synchronizes nothing where a master has no members", async () => {
    const { given, committed } = await aGroupToCommit();

    const result = await committed(await given.master("Acme Ltd"));

    expect(result.synchronization).toBeNull();
  });

  test("touches neither the master nor the siblings of a member", async () => {
    const { given, master, members, committed } = await aGroupToCommit();

    const result = await committed(members[0]);

    expect(result).toMatchObject({ account: { id: members[0].id, isAuthenticated: true }, synchronization: null });
    expect(await given.current(master, members[1], members[2])).toMatchObject([
      { isAuthenticated: false, enterpriseName: { value: "Acme Ltd" } },
      { isAuthenticated: false, revision: members[1].revision },
      { isAuthenticated: false, revision: members[2].revision },
    ]);
  });

  test("leaves a member that joins afterwards as it is", async () => {
    const { given, master, commit } = await aGroupToCommit();
    await commit(master);

    const late = await given.member(master, "Beta Ltd");

    expect(await given.current(late)).toStrictEqual([late]);
    expect(late.isAuthenticated).toBe(false);
  });

  test("records the authentication in the history of each account that it reaches", async () => {
    const { given, master, members } = await aGroupToCommit();
    const { account, snapshot, synchronization } = await given.synchronized(master, "Beta Ltd");

    const histories = await given.read(({ authentications }) =>
      authentications.historyOf([master, ...members], EVERYTHING),
    );

    expect(histories.map(itemsOf)).toStrictEqual([
      [AuthenticationRecord.own(snapshot, account.revision)],
      [AuthenticationRecord.synchronized(synchronization, "acme ltd")],
      [AuthenticationRecord.synchronized(synchronization, "beta ltd")],
      [],
    ]);
  });
});

describe("a commit is refused", () => {
  test.each([newId(), "no id", ""])("for the id %j of nobody", async (id) => {
    const { commit } = await aGroupToCommit();

    const result = await commit({ id });

    expect(result).toStrictEqual(new AccountNotFound(id));
  });

  test("for a master the second time", async () => {
    const { master, commit, committed } = await aGroupToCommit();
    const { snapshot } = await committed(master);

    const result = await commit(master, { enterpriseName: aName("Gamma Ltd") });

    expect(result).toBeInstanceOf(AlreadyAuthenticated);
    expect(result).toMatchObject({ account: { authentication: snapshot } });
  });

  test("for a member that was authenticated by itself, or by its master", async () => {
    const { master, members, commit } = await aGroupToCommit();
    await commit(members[2], { enterpriseName: aName("Gamma Ltd") });
    await commit(master);

    const results = [await commit(members[2]), await commit(members[0])];

    expect(results).toMatchObject([
      { kind: "AlreadyAuthenticated", account: { id: members[2].id, authenticationOrigin: "OWN" } },
      { kind: "AlreadyAuthenticated", account: { id: members[0].id, authenticationOrigin: "SYNCHRONIZED" } },
    ]);
  });

  test("and then changes nothing", async () => {
    const { given, master, members, commit, preview } = await aGroupToCommit();
    const token = await preview(master);
    await commit({ id: newId() });
    await commit(master, { previewToken: token, enterpriseName: aName("Gamma Ltd") });

    expect(await preview(master)).toStrictEqual(token);
    expect(await given.current(...members)).toStrictEqual(members);
  });
});
