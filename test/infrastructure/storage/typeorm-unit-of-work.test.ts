import { afterAll, beforeAll, describe } from "@jest/globals";
import { Given } from "../../support/given.js";
import { openTestStorage, type TestStorage } from "../../support/test-storage.js";
import { unitOfWorkContract } from "../../support/unit-of-work-contract.js";

let storage: TestStorage;

beforeAll(async () => {
  storage = await openTestStorage();
});

afterAll(() => storage.close());

describe("the unit of work on PostgreSQL", () => {
  unitOfWorkContract(async () => {
    await storage.empty();
    return new Given(storage);
  });
});
