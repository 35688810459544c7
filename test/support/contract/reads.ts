import { describe, expect, test } from "@jest/globals";
import type { WriteStores } from "../../../src/application/stores.js";
import { AuthenticationRecord } from "../../../src/domain/authentication-record.js";
import type { EnterpriseAccount } from "../../../src/domain/enterprise-account.js";
import { Synchronization } from "../../../src/domain/synchronization.js";
import { aMember, aSnapshot, newId } from "../samples.js";
import { aKeyRequest } from "./a-key-request.js";
import { aWholeGroup, everythingOf } from "./a-whole-group.js";
import type { StartEmpty } from "./start-empty.js";

export function readsContract(startEmpty: StartEmpty): void {
  describe("a read", () => {
    test("answers with what its work answers", async () => {
      const given = await startEmpty();

      const answer = await given.read(async () => "done");

      expect(answer).toBe("done");
    });

    test("sees one state, whatever is written meanwhile", async () => {
      const { given, master, everything } = await aWholeGroup(await startEmpty());
      const before = await everything();

      const [first, second] = await given.read(async (stores) => {
        const first = await everythingOf(master, stores);
        await given.authenticated(master, "Beta Ltd");
        await given.member(master, "Gamma Ltd");
        return [first, await everythingOf(master, stores)];
      });

      expect(first).toStrictEqual(before);
      expect(second).toStrictEqual(before);
      expect(await everything()).not.toEqual(before);
    });

    test("throws what its work throws", async () => {
      const given = await startEmpty();
      const failure = new Error("It fails.");

      const answer = given.read(async () => {
        throw failure;
      });

      await expect(answer).rejects.toBe(failure);
    });

    test.each<[method: string, work: (stores: WriteStores, account: EnterpriseAccount) => Promise<unknown>]>([
      ["lock", ({ accounts }, { id }) => accounts.lockGroupOf(id)],
      ["lock several", ({ accounts }, { id }) => accounts.lockGroups([id])],
      ["add an account", ({ accounts }, { id }) => accounts.add([aMember("Beta Ltd", { groupId: id })])],
      ["change an account", ({ accounts }, account) => accounts.change(account)],
      ["add a snapshot", ({ authentications }, account) => authentications.addSnapshot(aSnapshot(account))],
      ["add to a history", ({ authentications }, account) => authentications.addToHistory(aRecord(account))],
      [
        "add a synchronization",
        ({ authentications }, account) => authentications.addSynchronization(aSynchronization(account)),
      ],
      ["take a key", ({ idempotencyKeys }) => idempotencyKeys.take("key", aKeyRequest())],
    ])("cannot %s", async (_title, work) => {
      const { given, master, everything } = await aWholeGroup(await startEmpty());
      const before = await everything();

      const answer = given.read((stores) => work(stores as WriteStores, master));

      await expect(answer).rejects.toThrow();
      expect(await everything()).toStrictEqual(before);
    });
  });
}

function aRecord(account: EnterpriseAccount): AuthenticationRecord {
  return AuthenticationRecord.own(aSnapshot(account), 2);
}

function aSynchronization(account: EnterpriseAccount): Synchronization {
  const { enterpriseName: nameBefore } = account;
  return Synchronization.of({ id: newId(), revision: 2, nameBefore, snapshot: aSnapshot(account) });
}
