import { describe, expect, test } from "@jest/globals";
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
