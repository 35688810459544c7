import { describe, expect, test } from "@jest/globals";
import { AuthenticationRecord } from "../../../src/domain/authentication-record.js";
import type { AuthenticationSnapshot } from "../../../src/domain/authentication-snapshot.js";
import type { EnterpriseAccount } from "../../../src/domain/enterprise-account.js";
import type { Given } from "../given.js";
import { EVERYTHING, itemsOf } from "../pages.js";
import { aCertificate, aMaster, aMember, CREDIT_CODES, newId } from "../samples.js";
import type { StartEmpty } from "./start-empty.js";

export function additionsContract(startEmpty: StartEmpty): void {
  describe("adding accounts at once", () => {
    test("adds none where there is none", async () => {
      const given = await startEmpty();

      await given.write(({ accounts }) => accounts.add([]));

      const listed = await given.read(({ accounts }) => accounts.list({}, EVERYTHING));
      expect(itemsOf(listed)).toEqual([]);
    });

    test("adds groups whole, with their references and what each is authenticated by itself with", async () => {
      const { given, everyone } = await aGroupAtOnce(await startEmpty());

      const current = await given.current(...everyone);

      expect(current).toStrictEqual(everyone);
      expect(current.map((account) => account?.authenticationOrigin)).toEqual([null, null, "OWN", "OWN", "OWN"]);
    });

    test("adds the snapshots too", async () => {
      const { given, everyone } = await aGroupAtOnce(await startEmpty());
      const snapshots = everyone.flatMap(({ authentication }) => authentication ?? []);

      const found = await given.read(({ authentications }) =>
        authentications.findSnapshots(snapshots.map(({ id }) => id)),
      );

      expect(found).toHaveLength(3);
      expect(found).toEqual(expect.arrayContaining(snapshots));
    });

    test("begins the history of those that are authenticated, and of nobody else", async () => {
      const { given, everyone } = await aGroupAtOnce(await startEmpty());

      const histories = await historiesOf(given, everyone);

      const expected = everyone.map(({ authentication, revision }) =>
        authentication === null ? [] : [AuthenticationRecord.own(authentication, revision)],
      );
      expect(histories).toStrictEqual(expected);
    });

    test("leaves what was added to its master's first authentication, which replaces it", async () => {
      const { given, everyone, master, plain, same, other } = await aGroupAtOnce(await startEmpty());

      const { snapshot } = await given.authenticated(master, "Beta Ltd");

      expect(await given.current(plain, same, other)).toStrictEqual([
        plain.synchronize(snapshot),
        same.synchronize(snapshot),
        other,
      ]);
      const histories = await historiesOf(given, everyone.slice(1, 4));
      expect(histories.map((history) => history.map(({ origin }) => origin))).toEqual([
        ["SYNCHRONIZED"],
        ["SYNCHRONIZED", "OWN"],
        ["OWN"],
      ]);
      expect(histories[1]?.at(-1)?.snapshot).toStrictEqual(same.authentication as AuthenticationSnapshot);
    });

    test("adds nothing where one of them cannot be added", async () => {
      const given = await startEmpty();
      const { id: groupId } = await given.master("Acme Ltd", "head");
      const members = ["one", "head"].map((reference) =>
        aMember("Acme Ltd", { groupId, reference, authenticated: true }),
      );

      const adding = given.write(({ accounts }) => accounts.add(members));

      await expect(adding).rejects.toThrow();
      expect(await given.current(...members)).toEqual([null, null]);
    });
  });
}

/** A master with members, of which `same` and `other` are authenticated, and a master that is authenticated. */
async function aGroupAtOnce(given: Given) {
  const master = aMaster("Acme Ltd", { id: newId(), reference: "head" });
  const groupId = master.id;
  const plain = aMember("Acme Ltd", { groupId, reference: "1" });
  const same = aMember("Acme Ltd", { groupId, reference: "2", authenticated: true });
  const certificate = aCertificate({ number: CREDIT_CODES[1] });
  const other = aMember("Gamma Ltd", { groupId, authenticated: true, certificate });
  const alone = aMaster("Rival Ltd", { id: newId(), authenticated: true });
  const everyone = [master, plain, same, other, alone] as const;
  await given.write(({ accounts }) => accounts.add(everyone));
  return { given, everyone, master, plain, same, other };
}

async function historiesOf(given: Given, accounts: readonly EnterpriseAccount[]): Promise<AuthenticationRecord[][]> {
  const pages = await given.read(({ authentications }) => authentications.historyOf(accounts, EVERYTHING));
  return pages.map(itemsOf);
}
