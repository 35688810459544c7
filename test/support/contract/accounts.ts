import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { EnterpriseName } from "../../../src/domain/enterprise-name.js";
import { aName, newId } from "../samples.js";
import type { StartEmpty } from "./start-empty.js";

const NO_IDS = ["", "no id", "019b76da", "NULL", "\0", "019B76DA-0000-7000-8000-00000000000A", "{}", "💥"];

/** Of many different characters: what repeats itself is compressed, and so is no long entry of an index. */
const LONGEST_NAME = aNameOf(255, (place) => 0x20000 + 97 * place);
const NAME_WITH_THE_LONGEST_KEY = aNameOf(198, (place) => (place === 0 ? 0x4e2d : 0x3300 + ((37 * place) % 88)));

export function accountsContract(startEmpty: StartEmpty): void {
  describe("finding accounts", () => {
    test("finds an account as it was registered", async () => {
      const given = await startEmpty();
      const master = await given.master("Acme（Asia） Ltd");

      const found = await given.read(({ accounts }) => accounts.find(master.id));

      expect(found).toStrictEqual(master);
    });

    test("finds an account as it was authenticated", async () => {
      const given = await startEmpty();
      const member = await given.member(await given.master("Acme Ltd"), "Beta Ltd");
      const { account } = await given.authenticated(member, "Gamma Ltd");

      const found = await given.read(({ accounts }) => accounts.find(member.id));

      expect(found).toStrictEqual(account);
      expect(found).toMatchObject({ enterpriseName: { value: "Gamma Ltd" }, authenticationOrigin: "OWN" });
    });

    test("finds a synchronized member with its master's name and authentication", async () => {
      const given = await startEmpty();
      const master = await given.master("Acme Ltd");
      const member = await given.member(master, "ACME Ltd");
      const { snapshot } = await given.authenticated(master, "Beta Ltd");

      const found = await given.read(({ accounts }) => accounts.find(member.id));

      expect(found).toStrictEqual(member.synchronize(snapshot));
    });

    test.each([newId(), ...NO_IDS])("finds no account by the id %j", async (id) => {
      const given = await startEmpty();
      await given.master("Acme Ltd");

      const found = await given.read(async ({ accounts }) => [await accounts.find(id), await accounts.findAll([id])]);

      expect(found).toEqual([null, []]);
    });

    test("finds those that are there, each once, and leaves out the rest", async () => {
      const given = await startEmpty();
      const [one, other, third] = [await given.master("Acme"), await given.master("Beta"), await given.master("Gamma")];
      const ids = [other.id, newId(), one.id, ...NO_IDS, other.id];

      const [found, foundNone] = await given.read(async ({ accounts }) => [
        await accounts.findAll(ids),
        await accounts.findAll([]),
      ]);

      expect(found).toHaveLength(2);
      expect(found).toEqual(expect.arrayContaining([one, other]));
      expect(found).not.toContainEqual(third);
      expect(foundNone).toEqual([]);
    });

    test.each([
      ["by itself", LONGEST_NAME],
      ["in its key", NAME_WITH_THE_LONGEST_KEY],
    ])("keeps a name that is as long as it may be %s", async (_title, name) => {
      const given = await startEmpty();

      const { id } = await given.master(name.value);

      const found = await given.read(({ accounts }) => accounts.find(id));
      expect(found?.enterpriseName).toStrictEqual(name);
    });

    test("keeps every name as it was given, with its key", async () => {
      const given = await startEmpty();

      await fc.assert(
        fc.asyncProperty(anyName(), async (name) => {
          const { id } = await given.master(name.value);
          const found = await given.read(({ accounts }) => accounts.find(id));
          expect(found?.enterpriseName).toStrictEqual(name);
        }),
        { numRuns: 50 },
      );
    });
  });
}

function aNameOf(length: number, codePoint: (place: number) => number): EnterpriseName {
  return aName(String.fromCodePoint(...Array.from({ length }, (_, place) => codePoint(place))));
}

function anyName(): fc.Arbitrary<EnterpriseName> {
  const text = fc.oneof(fc.string({ unit: "binary" }), fc.string({ unit: "grapheme" }));
  const named = (raw: string) => {
    try {
      return EnterpriseName.of(raw);
    } catch {
      return null;
    }
  };
  return text.map(named).filter((name) => name !== null);
}
