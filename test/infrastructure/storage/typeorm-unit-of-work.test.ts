import { afterAll, beforeAll, describe } from "@jest/globals";
import { Given } from "../../support/given.js";
import { openTestStorage, type TestStorage } from "../../support/test-storage.js";
import { unitOfWorkContract } from "../../support/unit-of-work-contract.js";

describe.each([
  ["as their owner", { heldToGroups: false }],
  ["by row level security", { heldToGroups: true }],
])("the unit of work on PostgreSQL's tables, %s", (_, options) => {
  let storage: TestStorage;

  beforeAll(async () => {
    storage = await openTestStorage(options);
  });

  afterAll(() => storage.close());

  unitOfWorkContract(async () => {
    await storage.empty();
    return new Given(storage);
  });
});
