import { describe, expect, test } from "@jest/globals";
import { Caller } from "../../../src/application/caller.js";
import { AccountNotFound } from "../../../src/application/refusals.js";
import { aKeyRequest } from "./a-key-request.js";
import type { StartEmpty } from "./start-empty.js";

export function idempotencyKeysContract(startEmpty: StartEmpty): void {
  describe("an idempotency key", () => {
    test("is taken once, and then stands for the request that took it", async () => {
      const given = await startEmpty();
      const [first, second] = [aKeyRequest("first"), aKeyRequest("second")];

      const taken = [
        await given.write(({ idempotencyKeys }) => idempotencyKeys.take("key", first)),
        await given.write(({ idempotencyKeys }) => idempotencyKeys.take("key", second)),
        await given.write(({ idempotencyKeys }) => idempotencyKeys.take("key", first)),
      ];

      const { fingerprint, resultIds } = first;
      expect(taken).toEqual([null, { fingerprint, resultIds }, { fingerprint, resultIds }]);
    });

    test("is another one if a single character differs, in case or in form", async () => {
      const given = await startEmpty();
      const keys = ["key", "Key", "key ", "k\u00e9y", "ke\u0301y", "ｋｅｙ", "💥".repeat(255)];

      const taken = [];
      for (const key of keys) {
        taken.push(await given.write(({ idempotencyKeys }) => idempotencyKeys.take(key, aKeyRequest(key))));
      }

      expect(taken).toEqual(keys.map(() => null));
    });

    test("is another one for each caller, and the same one for all requests of a caller", async () => {
      const { storage } = await startEmpty();
      const unitOfWorkOf = (subject: string, requestId: string, groupIds: readonly string[] | null = null) =>
        storage.unitOfWorkOf(Caller.of({ subject, requestId }, [], groupIds));
      const callers = [
        unitOfWorkOf("one", "request-1"),
        unitOfWorkOf("One", "request-1"),
        unitOfWorkOf("one ", "request-1"),
        unitOfWorkOf("one", "request-2", []),
        unitOfWorkOf("", "request-3"),
      ];
      const requests = callers.map((_, place) => aKeyRequest(`request ${place}`));

      const taken = [];
      for (const [place, caller] of callers.entries()) {
        const request = requests[place] as (typeof requests)[number];
        taken.push(await caller.write(({ idempotencyKeys }) => idempotencyKeys.take("key", request)));
      }

      const first = { fingerprint: requests[0]?.fingerprint, resultIds: requests[0]?.resultIds };
      expect(taken).toEqual([null, null, null, first, null]);
    });

    test("is forgotten by its age, whoever took it, and the oldest first", async () => {
      const { storage, ...given } = await startEmpty();
      const ages = { old: 1, older: 0, oldest: -1, young: 3 };
      for (const [subject, day] of Object.entries(ages)) {
        const at = new Date(Date.UTC(2026, 0, 10 + day));
        const caller = storage.unitOfWorkOf(Caller.of({ subject, requestId: "request" }, [], null));
        await caller.write(({ idempotencyKeys }) => idempotencyKeys.take("key", { ...aKeyRequest(subject), at }));
      }
      const before = new Date(Date.UTC(2026, 0, 12));
      const forget = (atMost: number) =>
        given.unitOfWork.write(({ idempotencyKeys }) => idempotencyKeys.forget(before, atMost));
      const isFree = (subject: string) =>
        storage
          .unitOfWorkOf(Caller.of({ subject, requestId: "request" }, [], null))
          .write(async ({ idempotencyKeys }) => (await idempotencyKeys.take("key", aKeyRequest())) === null);

      const forgotten = [await forget(2), await isFree("old"), await forget(2), await forget(2)];

      expect(forgotten).toEqual([2, false, 1, 0]);
      expect([await isFree("oldest"), await isFree("older"), await isFree("young")]).toEqual([true, true, false]);
    });

    test("is free again where the work that took it was refused or failed", async () => {
      const given = await startEmpty();
      await given.write(async ({ idempotencyKeys }) => {
        await idempotencyKeys.take("key", aKeyRequest("refused"));
        return new AccountNotFound("nobody");
      });
      const failing = given.write(async ({ idempotencyKeys }) => {
        await idempotencyKeys.take("key", aKeyRequest("failed"));
        throw new Error("It fails.");
      });
      await expect(failing).rejects.toThrow("It fails.");

      const taken = await given.write(({ idempotencyKeys }) => idempotencyKeys.take("key", aKeyRequest("third")));

      expect(taken).toBeNull();
    });

    test("is taken by one of many at once", async () => {
      const given = await startEmpty();
      const requests = Array.from({ length: 8 }, (_, index) => aKeyRequest(`request ${index}`));

      const taken = await Promise.all(
        requests.map((one) => given.write(({ idempotencyKeys }) => idempotencyKeys.take("key", one))),
      );

      const first = requests[taken.indexOf(null)];
      const others = taken.filter((answer) => answer !== null);
      expect(others).toHaveLength(7);
      for (const answer of others) {
        expect(answer).toEqual({ fingerprint: first?.fingerprint, resultIds: first?.resultIds });
      }
    });
  });
}
