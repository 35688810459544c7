import { describe, expect, test } from "@jest/globals";
import { Caller } from "../../../src/application/caller.js";
import type { CertificateType } from "../../../src/domain/certificate.js";
import type { Given } from "../given.js";
import { aCertificate, aMember, aSnapshot, newId } from "../samples.js";
import type { StartEmpty } from "./start-empty.js";

export function authenticationsContract(startEmpty: StartEmpty): void {
  describe("snapshots", () => {
    const certificates: readonly [country: string, type: CertificateType, number: string][] = [
      ["CN", "BUSINESS_LICENSE", "91990000TT0000015J"],
      ["CN", "BUSINESS_LICENSE", "110105012345678"],
      ["CN", "PUBLIC_INSTITUTION_LEGAL_PERSON", "12990000TT0000015P"],
      ["CN", "SOCIAL_ORGANIZATION_LEGAL_PERSON", "53990000TT0000015G"],
      ["CN", "LAW_ENFORCEMENT_QUALIFICATION", "LEQ-1/2 (A.B)"],
      ["CN", "ORGANIZATION_CODE", "TT0000015"],
      ["DE", "OTHER", "HRB 12345"],
    ];

    test.each(certificates)("keeps a certificate of %s, %s, %s", async (country, type, number) => {
      const given = await startEmpty();
      const snapshot = aSnapshot(await given.master("Acme Ltd"), {
        certificate: aCertificate({ country, type, number }),
      });

      await given.write(({ authentications }) => authentications.addSnapshot(snapshot));

      const found = await given.read(({ authentications }) => authentications.findSnapshots([snapshot.id]));
      expect(found).toStrictEqual([snapshot]);
    });

    test("finds those that are there, each once", async () => {
      const given = await startEmpty();
      const { member, own, master, committed } = await aCommit(given);
      const ids = [own.id, committed.snapshot.id, own.id, member.id, master.id, newId(), "no id", "\0", ""];

      const [found, foundNone] = await given.read(async ({ authentications }) => [
        await authentications.findSnapshots(ids),
        await authentications.findSnapshots([]),
      ]);

      expect(found).toHaveLength(2);
      expect(found).toEqual(expect.arrayContaining([own, committed.snapshot]));
      expect(foundNone).toEqual([]);
    });
  });

  describe("who recorded snapshots", () => {
    test("is said in their order, whether they were committed or added with their accounts", async () => {
      const given = await startEmpty();
      const master = await given.master("Acme Ltd");
      const imported = aMember("Acme Ltd", { groupId: master.id, authenticated: true });
      await as(given, "importer").write(({ accounts }) => accounts.add([imported]));
      const [first, second] = [aSnapshot(master), aSnapshot(master)];
      await as(given, "one").write(({ authentications }) => authentications.addSnapshot(first));
      await as(given, "two").write(({ authentications }) => authentications.addSnapshot(second));
      const nowhere = aSnapshot(master);
      const asked = [second, imported.authentication as typeof first, nowhere, first, second];

      const [recorders, none] = await given.read(async ({ authentications }) => [
        await authentications.recordersOf(asked),
        await authentications.recordersOf([]),
      ]);

      const by = (subject: string) => ({ subject, requestId: `request of ${subject}` });
      expect(recorders).toEqual([by("two"), by("importer"), null, by("one"), by("two")]);
      expect(none).toEqual([]);
    });
  });

  describe("synchronizations", () => {
    test("finds those that are there, each once", async () => {
      const given = await startEmpty();
      const { member, master, committed } = await aCommit(given);
      const { synchronization } = committed;
      const ids = [
        synchronization.id,
        synchronization.id,
        member.id,
        master.id,
        committed.snapshot.id,
        newId(),
        "no id",
      ];

      const [found, foundNone] = await given.read(async ({ authentications }) => [
        await authentications.findSynchronizations(ids),
        await authentications.findSynchronizations([]),
      ]);

      expect(found).toStrictEqual([synchronization]);
      expect(foundNone).toEqual([]);
    });

    test("finds those that carried snapshots to members, in their order", async () => {
      const given = await startEmpty();
      const { own, committed } = await aCommit(given);
      const alone = await given.authenticated(await given.master("Alone Ltd"), "Alone Ltd");

      const found = await given.read(({ authentications }) =>
        authentications.findSynchronizationsOf([own, committed.snapshot, alone.snapshot]),
      );

      expect(found).toStrictEqual([null, committed.synchronization, null]);
    });

    test("keeps both names as they were given", async () => {
      const given = await startEmpty();
      const master = await given.master("Acme（Asia）");
      await given.member(master, "Other Ltd");
      const { synchronization } = await given.synchronized(master, "ACME (Asia)");

      const [found] = await given.read(({ authentications }) =>
        authentications.findSynchronizations([synchronization.id]),
      );

      expect(found).toStrictEqual(synchronization);
      expect(found).toMatchObject({ nameBefore: { value: "Acme（Asia）" }, nameAfter: { value: "ACME (Asia)" } });
      expect(found?.nameKeys).toEqual(["acme(asia)"]);
    });
  });
}

/** A commit under "Beta Ltd", of a master with a member that had authenticated by itself. */
async function aCommit(given: Given) {
  const master = await given.master("Acme Ltd");
  const member = await given.member(master, "Acme Ltd");
  const { snapshot: own } = await given.authenticated(member, "Acme Ltd");
  const committed = await given.synchronized(master, "Beta Ltd");
  return { master, member, own, committed };
}

/** On behalf of somebody. */
function as({ storage }: Given, subject: string) {
  return storage.unitOfWorkOf(Caller.of({ subject, requestId: `request of ${subject}` }, [], null));
}
