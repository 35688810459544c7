import { describe, expect, test } from "@jest/globals";
import { AccountNotFound } from "../../../src/application/refusals.js";
import type { WriteStores } from "../../../src/application/stores.js";
import { AuthenticationRecord } from "../../../src/domain/authentication-record.js";
import type { EnterpriseAccount } from "../../../src/domain/enterprise-account.js";
import { Synchronization } from "../../../src/domain/synchronization.js";
import { aMember, aSnapshot, newId } from "../samples.js";
import { aKeyRequest } from "./a-key-request.js";
import { aWholeGroup } from "./a-whole-group.js";
import type { StartEmpty } from "./start-empty.js";

export function transactionsContract(startEmpty: StartEmpty): void {
  describe("a change", () => {
    test("answers with what its work answers", async () => {
      const given = await startEmpty();

      const answer = await given.write(async () => "done");

      expect(answer).toBe("done");
    });

    test("that is refused answers with the refusal, and writes nothing", async () => {
      const { given, master, member, everything } = await aWholeGroup(await startEmpty());
      const before = await everything();
      const refusal = new AccountNotFound("nobody");

      const answer = await given.write(async (stores) => {
        await writeEverything(stores, master, member);
        return refusal;
      });

      expect(answer).toBe(refusal);
      expect(await everything()).toStrictEqual(before);
    });

    test("that fails throws what its work threw, and writes nothing", async () => {
      const { given, master, member, everything } = await aWholeGroup(await startEmpty());
      const before = await everything();
      const failure = new Error("It fails.");

      const answer = given.write(async (stores) => {
        await writeEverything(stores, master, member);
        throw failure;
      });

      await expect(answer).rejects.toBe(failure);
      expect(await everything()).toStrictEqual(before);
    });

    test("that fails does not stand in the way of the next", async () => {
      const { given, master } = await aWholeGroup(await startEmpty());
      const failing = given.write(async ({ accounts }) => {
        await accounts.lockGroupOf(master.id);
        throw new Error("It fails.");
      });

      const next = given.write(({ accounts }) => accounts.lockGroupOf(master.id));

      await expect(failing).rejects.toThrow("It fails.");
      expect(await next).toMatchObject({ id: master.id, revision: 3 });
    });

    test("that ends well is there, whole", async () => {
      const { given, master, member, everything } = await aWholeGroup(await startEmpty());
      const before = await everything();

      await given.write((stores) => writeEverything(stores, master, member));

      const after = await everything();
      for (const part of Object.keys(before) as (keyof typeof before)[]) {
        expect({ part, content: after[part] }).not.toEqual({ part, content: before[part] });
      }
    });
  });
}

/** By every method that writes. */
async function writeEverything(stores: WriteStores, master: EnterpriseAccount, member: EnterpriseAccount) {
  const { accounts, authentications, idempotencyKeys } = stores;
  const revision = (await accounts.lockGroupOf(master.id))?.revision ?? 0;
  const snapshot = aSnapshot(master);
  await idempotencyKeys.take("key", aKeyRequest());
  await accounts.add([aMember("Acme Ltd", { groupId: master.id, revision })]);
  await authentications.addSnapshot(snapshot);
  await accounts.change(master.authenticate(snapshot, revision));
  await authentications.addToHistory(AuthenticationRecord.own(snapshot, revision));
  const nameBefore = member.enterpriseName;
  await authentications.addSynchronization(Synchronization.of({ id: newId(), revision, nameBefore, snapshot }));
}
